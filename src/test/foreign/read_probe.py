"""Reads a probe by the snippet of schemas/probe-files.md and prints what it is as JSON.

    python3 src/test/foreign/read_probe.py schemas/probe-files.md DIR '[activations]' LOGIT

Plain Python, no packages.
"""

import json
import pathlib
import re
import sys


def main(document, folder, activations, logit):
    blocks = re.findall(r"```python\n(.*?)```", pathlib.Path(document).read_text(), re.DOTALL)
    snippet = {}
    exec(next(block for block in blocks if "def read_probe" in block), snippet)
    card, tensors = snippet["read_probe"](folder)
    print(json.dumps({
        "model": card["model"],
        "tensors": {name: {"shape": shape, "values": values}
                    for name, (shape, values) in tensors.items()},
        "inputs": snippet["inputs_of"](card, json.loads(activations)),
        "probability": snippet["probability"](card, float(logit)),
    }))


if __name__ == "__main__":
    main(*sys.argv[1:])
