#!/bin/sh
# When does each line arrive? Takes what curl takes:
#   sh check.sh https://example.com/answer --json '{"prompt": "Hello"}'
stamp() {
  perl -MTime::HiRes=time -ne '
    BEGIN { $| = 1; $start = time }
    printf "%7.3f s  %s", time - $start, $_'
}

echo 'Uncompressed, as curl asks by default:'
curl -sSN "$@" | stamp

# Browsers ask for compression. Does the stream still come in pieces?
echo 'Compressed:'
curl -sSN --compressed "$@" | stamp
