#!/bin/sh
# Needs ANTHROPIC_API_KEY and MODEL, the name of a model.
set -eu
api=https://api.anthropic.com/v1/messages/batches
call() {
  curl -fsS -H "x-api-key: $ANTHROPIC_API_KEY" \
    -H 'anthropic-version: 2023-06-01' "$@"
}

# One JSON object that holds all the requests: no file, no JSONL.
call "$api" -o batch.json --json @- <<JSON
{"requests": [
  {"custom_id": "review-1", "params": {"model": "$MODEL", "max_tokens": 8,
    "messages": [{"role": "user", "content": "Happy or not? I love it."}]}},
  {"custom_id": "review-2", "params": {"model": "$MODEL", "max_tokens": 8,
    "messages": [{"role": "user", "content": "Happy or not? It broke."}]}}
]}
JSON
id=$(jq -r .id batch.json)

until [ "$(jq -r .processing_status batch.json)" = ended ]; do
  sleep 60
  call "$api/$id" -o batch.json
done

# JSONL in any order: match by custom_id, and look at each result's type.
call "$(jq -r .results_url batch.json)" -o results.jsonl
