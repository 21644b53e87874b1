#!/usr/bin/env bash
# Installs on Debian or Ubuntu what read_alert.py and the benchmark's Python consumer need; OpenBLAS,
# so that numpy has a fast matrix product.
set -euo pipefail

as_root=()
[[ "$(id -u)" -eq 0 ]] || as_root=(sudo)
"${as_root[@]}" apt-get update
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
  python3-confluent-kafka python3-avro python3-requests python3-numpy libopenblas0
