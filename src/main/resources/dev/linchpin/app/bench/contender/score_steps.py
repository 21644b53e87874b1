"""Scores steps as somebody would who writes it in Python: Confluent's client and numpy.

It reads `activations` from the beginning, applies the MLP probe in float32, and writes one
StepScored and, beyond a threshold, one StepFlagged per step, as the monitor does. Commits are the
client's own, every five seconds.

With --avro confluent records are decoded and encoded by Confluent's serializer, as its manual
shows. With --avro hand they are taken apart and put together byte by byte, which only somebody would
write who knows that the schemas are flat and the tensor is the last field.

With --batch 1 each record is scored as it comes: two matrix-vector products. With --batch N the
records that one call hands over, at most N, are scored by one matrix product.

    python3 score_steps.py PROBE_FOLDER --bootstrap-servers HOST:PORT --activations TOPIC ...

The last line on stdout is JSON: records, seconds and processor seconds of the measured part, which
begins when half of the records or of the time has passed, and peak resident memory in MB.
"""

import argparse
import datetime
import json
import mmap
import pathlib
import resource
import struct
import sys
import time

import confluent_kafka
import confluent_kafka.avro
import numpy
from confluent_kafka.avro.serializer.message_serializer import MessageSerializer

IMPORTANT, UNCERTAIN, REMOVABLE = 0, 1, 2
VERDICT_NAMES = ("IMPORTANT", "UNCERTAIN", "REMOVABLE")
CHAMPION = 0
FETCH_BYTES = 16 << 20


class Probe:
    def __init__(self, folder):
        folder = pathlib.Path(folder)
        card = json.loads((folder / "probe.json").read_text())
        tensors = read_tensors(folder / "probe.safetensors")
        self.w1, self.b1 = tensors["w1"], tensors["b1"].reshape(-1)
        self.w2, self.b2 = tensors["w2"].reshape(-1), float(tensors["b2"].reshape(-1)[0])
        self.slope = card["calibration"]["slope"]
        self.intercept = card["calibration"]["intercept"]
        self.removable = card["thresholds"]["removableAtMost"]
        self.important = card["thresholds"]["importantAtLeast"]
        self.model, self.name, self.version = card["model"], card["name"], card["version"]

    def scores(self, activations):
        """Probabilities of `[steps, inputs]`."""
        hidden = activations @ self.w1.T
        hidden += self.b1
        numpy.maximum(hidden, 0, out=hidden)
        logits = (hidden @ self.w2 + self.b2).astype(numpy.float64)
        return 1 / (1 + numpy.exp(-(self.slope * logits + self.intercept)))

    def score(self, activations):
        """The probability of `[inputs]`."""
        hidden = self.w1 @ activations
        hidden += self.b1
        numpy.maximum(hidden, 0, out=hidden)
        logit = float(hidden @ self.w2 + self.b2)
        return 1 / (1 + numpy.exp(-(self.slope * logit + self.intercept)))

    def verdict(self, score):
        if score <= self.removable:
            return REMOVABLE, self.removable
        return (IMPORTANT, self.important) if score >= self.important else (UNCERTAIN, 0.0)


def read_tensors(path):
    with open(path, "rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    (length,) = struct.unpack_from("<Q", data, 0)
    header = json.loads(data[8:8 + length])
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            flat = numpy.frombuffer(data, "<f4", (end - begin) // 4, 8 + length + begin)
            tensors[name] = flat.reshape(entry["shape"]).copy()
    return tensors


def varint(value):
    value = (value << 1) ^ (value >> 63)
    out = bytearray()
    while value > 0x7F:
        out.append((value & 0x7F) | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def text(value):
    encoded = value.encode()
    return varint(len(encoded)) + encoded


def read_varint(data, at):
    shift = result = 0
    while True:
        byte = data[at]
        at += 1
        result |= (byte & 0x7F) << shift
        if byte < 0x80:
            return (result >> 1) ^ -(result & 1), at
        shift += 7


class ConfluentAvro:
    """Records by Confluent's serializer."""

    def __init__(self, options, probe):
        registry = confluent_kafka.avro.CachedSchemaRegistryClient({"url": options.registry})
        self.serializer = MessageSerializer(registry)
        self.score_schema, self.flag_schema = options.score_schema, options.flag_schema
        self.probe = {
            "probeModel": probe.model,
            "probeName": probe.name,
            "probeVersion": probe.version,
        }

    def step(self, message):
        record = self.serializer.decode_message(message.value())
        if record["layerNumbers"] or record["packing"] != "NONE" or record["dtype"] != "BF16":
            raise ValueError("expected all layers, as they are, in bf16")
        tensor = numpy.frombuffer(record["data"], "<u2", record["layers"] * record["hidden"])
        return Step(message, record, tensor)

    def score(self, step, score, verdict):
        return self.encode(
            self.score_schema,
            step,
            probeStatus="CHAMPION",
            score=score,
            verdict=VERDICT_NAMES[verdict],
            activationsPartition=step.message.partition(),
            activationsOffset=step.message.offset(),
        )

    def flag(self, step, score, verdict, threshold):
        return self.encode(
            self.flag_schema,
            step,
            verdict=VERDICT_NAMES[verdict],
            score=score,
            threshold=threshold,
        )

    def encode(self, schema, step, **fields):
        record = {
            "chainId": step.content["chainId"],
            "stepIndex": step.content["stepIndex"],
            "stepCompletedAt": step.content["completedAt"],
            "scoredAt": datetime.datetime.now(datetime.timezone.utc),
            **self.probe,
            **fields,
        }
        return self.serializer.encode_record_with_schema_id(schema, record)


class HandAvro:
    """Records byte by byte."""

    def __init__(self, options, probe):
        self.probe = text(probe.model) + text(probe.name) + varint(probe.version)
        self.score_head = b"\0" + struct.pack(">i", options.score_schema)
        self.flag_head = b"\0" + struct.pack(">i", options.flag_schema)

    def step(self, message):
        data = message.value()
        length, at = read_varint(data, 5)
        at += length
        _, at = read_varint(data, at)
        identity = data[5:at]  # chainId and stepIndex, as they are written again
        length, at = read_varint(data, at)
        at += length
        length, at = read_varint(data, at)
        at += length
        completed_at, at = read_varint(data, at)
        layers, at = read_varint(data, at)
        hidden, at = read_varint(data, at)
        _, at = read_varint(data, at)  # pooling
        at += 1  # normApplied
        dtype, at = read_varint(data, at)
        if data[at : at + 4] != bytes(4):  # layerNumbers, layerReduction, packing, claim
            raise ValueError("expected all layers, as they are")
        at += 4
        length, at = read_varint(data, at)
        if dtype != 0 or length != 2 * layers * hidden:
            raise ValueError("expected %d bf16 values, got %d bytes" % (layers * hidden, length))
        tensor = numpy.frombuffer(data, "<u2", layers * hidden, at)
        return Step(message, (identity, completed_at), tensor)

    def score(self, step, score, verdict):
        identity, completed_at = step.content
        address = varint(step.message.partition()) + varint(step.message.offset())
        return (
            self.score_head + identity + self.probe + varint(CHAMPION) + struct.pack("<d", score)
            + varint(verdict) + self.times(completed_at) + address + varint(0)
        )

    def flag(self, step, score, verdict, threshold):
        identity, completed_at = step.content
        return (
            self.flag_head + identity + self.probe + varint(verdict) + struct.pack("<d", score)
            + struct.pack("<d", threshold) + self.times(completed_at)
        )

    @staticmethod
    def times(completed_at):
        return varint(completed_at) + varint(time.time_ns() // 1000)


class Step:
    """One ActivationsCaptured: its message, what its Avro needs of it, and its bf16 values."""

    __slots__ = ("message", "content", "tensor")

    def __init__(self, message, content, tensor):
        self.message, self.content, self.tensor = message, content, tensor


class Widening:
    """bf16 to float32: bf16 is the upper half of a float32, the lower half stays zero."""

    def __init__(self, rows, inputs):
        self.values = numpy.zeros((rows, inputs), numpy.float32)
        self.upper = self.values.view(numpy.uint16)[:, 1::2]

    def put(self, row, step):
        self.upper[row] = step.tensor


class Results:
    def __init__(self, options, probe, avro):
        self.producer = confluent_kafka.Producer({
            "bootstrap.servers": options.bootstrap_servers,
            "acks": "all",
            "queue.buffering.max.messages": 1000000,
        })
        self.probe = probe
        self.avro = avro
        self.scores = options.scores
        self.alerts = {REMOVABLE: options.removable, IMPORTANT: options.important}

    def write(self, step, score):
        verdict, threshold = self.probe.verdict(score)
        key = step.message.key()
        self.producer.produce(self.scores, self.avro.score(step, score, verdict), key)
        if verdict != UNCERTAIN:
            alert = self.avro.flag(step, score, verdict, threshold)
            self.producer.produce(self.alerts[verdict], alert, key)
        self.producer.poll(0)


class Marks:
    """The measured part of the run."""

    def __init__(self, options):
        self.records = options.records
        self.seconds = options.seconds
        self.started = self.first = self.last = None

    def observe(self, count):
        now = time.monotonic()
        if self.started is None:
            self.started = now
        elapsed = now - self.started
        sight = (count, now, time.process_time())
        if self.first is None:
            if count >= 0.5 * self.records or elapsed >= 0.5 * self.seconds:
                self.first = sight
        elif self.last is None and (count >= 0.95 * self.records or elapsed >= self.seconds):
            self.last = sight
        return self.last is not None

    def report(self):
        (count, begin, cpu), (last_count, end, last_cpu) = self.first, self.last
        return {
            "records": last_count - count,
            "seconds": end - begin,
            "cpuSeconds": last_cpu - cpu,
            "peakMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6,
        }


def usable(messages):
    for message in messages:
        if message.error():
            raise RuntimeError(str(message.error()))
    return messages


def score_each(consumer, probe, results, marks):
    avro = results.avro
    count = 0
    widening = Widening(1, probe.w1.shape[1])
    while True:
        message = consumer.poll(1.0)
        if message is not None:
            usable([message])
            step = avro.step(message)
            widening.put(0, step)
            results.write(step, float(probe.score(widening.values[0])))
            count += 1
            if marks.observe(count):
                return


def score_batches(consumer, probe, results, marks, batch):
    avro = results.avro
    count = 0
    widening = Widening(batch, probe.w1.shape[1])
    while True:
        steps = [avro.step(message) for message in usable(consumer.consume(batch, 0.1))]
        if steps:
            for row, step in enumerate(steps):
                widening.put(row, step)
            scores = probe.scores(widening.values[:len(steps)])
            for step, score in zip(steps, scores.tolist()):
                results.write(step, score)
            count += len(steps)
            if marks.observe(count):
                return


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("probe")
    parser.add_argument("--avro", required=True, choices=("confluent", "hand"))
    for name in ("bootstrap-servers", "registry", "activations"):
        parser.add_argument("--" + name, required=True)
    for name in ("scores", "removable", "important", "group"):
        parser.add_argument("--" + name, required=True)
    for name in ("score-schema", "flag-schema", "batch", "records"):
        parser.add_argument("--" + name, required=True, type=int)
    parser.add_argument("--seconds", required=True, type=float)
    return parser.parse_args()


def main():
    options = arguments()
    probe = Probe(options.probe)
    avro = (ConfluentAvro if options.avro == "confluent" else HandAvro)(options, probe)
    results = Results(options, probe, avro)
    marks = Marks(options)
    consumer = confluent_kafka.Consumer({
        "bootstrap.servers": options.bootstrap_servers,
        "group.id": options.group,
        "auto.offset.reset": "earliest",
        "max.partition.fetch.bytes": FETCH_BYTES,
        "fetch.max.bytes": 4 * FETCH_BYTES,
        "queued.max.messages.kbytes": 256 * 1024,
    })
    consumer.subscribe([options.activations])
    if options.batch == 1:
        score_each(consumer, probe, results, marks)
    else:
        score_batches(consumer, probe, results, marks, options.batch)
    results.producer.flush()
    consumer.close()
    print(json.dumps(marks.report()))


if __name__ == "__main__":
    sys.exit(main())
