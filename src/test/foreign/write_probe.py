"""Writes a probe by the snippet of schemas/probe-files.md, and what it says of some steps.

    python3 src/test/foreign/write_probe.py schemas/probe-files.md DIR

makes DIR/mlp and DIR/layer-mean, each with probe.safetensors, probe.json and expected.json. The test
resources under src/test/resources/foreign-probe are made by it. Plain Python, no packages.
"""

import json
import math
import pathlib
import random
import re
import struct
import sys


def f32(value):
    """Rounds to single precision. Sums, products and quotients of two floats come out exact."""
    return struct.unpack("<f", struct.pack("<f", value))[0]


def dot(weights, x):
    sums = [0.0] * 4
    whole = len(x) // 4 * 4
    for i in range(len(x)):
        lane = i % 4 if i < whole else 0
        sums[lane] = f32(sums[lane] + f32(weights[i] * x[i]))
    return f32(f32(f32(sums[0] + sums[1]) + sums[2]) + sums[3])


def mlp_logit(tensors, x):
    w1, b1, w2 = (tensors[name][1] for name in ("w1", "b1", "w2"))
    logit = tensors["b2"][1][0]
    for unit in range(len(b1)):
        z = f32(b1[unit] + dot(w1[unit * len(x):(unit + 1) * len(x)], x))
        logit = f32(logit + f32(w2[unit] * max(z, 0.0)))
    return logit


def linear_logit(tensors, x):
    return f32(tensors["b"][1][0] + dot(tensors["w"][1], x))


def layer_mean(x, layers, hidden):
    mean = [0.0] * hidden
    for layer in range(layers):
        mean = [f32(m + v) for m, v in zip(mean, x[layer * hidden:(layer + 1) * hidden])]
    return [f32(m / layers) for m in mean]


def card(name, layers, hidden, view):
    return {
        "model": "elsewhere/model",
        "modelFingerprint": "5eed",
        "name": name,
        "version": 4,
        "parentVersion": 2,
        "status": "CHALLENGER",
        "trainedAt": "2026-01-31T12:00:00.25Z",
        "capture": {"layers": layers, "hidden": hidden, "pooling": "LAST", "layerView": view},
        "calibration": {"slope": 1.25, "intercept": -0.1},
        "thresholds": {"removableAtMost": 0.3, "importantAtLeast": 0.7},
        "metrics": {"auroc": 0.875},
    }


def snippet(document):
    """The code block of the document that writes probes."""
    blocks = re.findall(r"```python\n(.*?)```", document.read_text(), re.DOTALL)
    names = {}
    exec(next(block for block in blocks if "def write_probe" in block), names)
    return names["write_probe"]


def drawn(generator, *shape):
    return shape, [f32(generator.uniform(-2, 2)) for _ in range(math.prod(shape))]


def save(folder, write_probe, card, tensors, steps, logit):
    write_probe(folder, card, tensors)
    scale = card["calibration"]
    expected = []
    for step in steps:
        z = logit(step)
        probability = 1 / (1 + math.exp(-(scale["slope"] * z + scale["intercept"])))
        expected.append({"activations": step, "logit": z, "probability": probability})
    folder.joinpath("expected.json").write_text(json.dumps(expected, indent=1) + "\n")


def main(document, out):
    write_probe = snippet(pathlib.Path(document))
    out = pathlib.Path(out)
    generator = random.Random(7)
    mlp = {"w1": drawn(generator, 5, 14), "b1": drawn(generator, 5),
           "w2": drawn(generator, 5), "b2": drawn(generator)}
    steps = [drawn(generator, 14)[1] for _ in range(8)]
    save(out / "mlp", write_probe, card("mlp", 2, 7, "LAYERWISE"), mlp, steps,
         lambda x: mlp_logit(mlp, x))
    linear = {"w": drawn(generator, 7), "b": drawn(generator),
              "reference_mean": drawn(generator, 7), "reference_scale": ((7,), [1.0] * 6 + [0.0])}
    described = card("layer-mean", 3, 7, "LAYER_MEAN")
    described["reference"] = {"distanceMean": 0.96875, "distanceDeviation": 0.5,
                              "scoreShares": [0.5] + [0.0] * 8 + [0.5]}
    steps = [drawn(generator, 21)[1] for _ in range(8)]
    save(out / "layer-mean", write_probe, described, linear, steps,
         lambda x: linear_logit(linear, layer_mean(x, 3, 7)))


if __name__ == "__main__":
    main(*sys.argv[1:])
