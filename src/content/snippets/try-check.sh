#!/bin/sh
# Needs check.sh, and a mock server: npm run wire
server=http://127.0.0.1:8787
sh check.sh "$server/v1/messages?tokens=60&rate=30&compress=held" --json '{
  "model": "mock", "max_tokens": 100, "stream": true,
  "messages": [{"role": "user", "content": "Why is it slow?"}]
}'
