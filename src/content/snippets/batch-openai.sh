#!/bin/sh
# Needs OPENAI_API_KEY, and requests.jsonl: a request per line.
set -eu
api=https://api.openai.com/v1
call() {
  curl -fsS -H "Authorization: Bearer $OPENAI_API_KEY" "$@"
}

# First the file, then a batch that names it.
call "$api/files" -o file.json -F purpose=batch -F file=@requests.jsonl
file=$(jq -r .id file.json)
call "$api/batches" -o batch.json --json @- <<JSON
{"input_file_id": "$file", "endpoint": "/v1/embeddings",
 "completion_window": "24h"}
JSON
id=$(jq -r .id batch.json)

until jq -r .status batch.json | grep -qE 'completed|failed|expired|cancelled'
do
  sleep 60
  call "$api/batches/$id" -o batch.json
done

# Results and errors are files too, in any order: both, one or none.
for file in $(jq -r '.output_file_id, .error_file_id | values' batch.json); do
  call "$api/files/$file/content"
done > results.jsonl
