"""Reads the first record of a topic with Confluent's Python client and prints it as JSON.

Usage: read_alert.py BOOTSTRAP_SERVERS SCHEMA_REGISTRY_URL TOPIC
"""

import datetime
import json
import sys
import time

from confluent_kafka import Consumer, KafkaError
from confluent_kafka.avro import CachedSchemaRegistryClient
from confluent_kafka.avro.serializer.message_serializer import MessageSerializer

TIMEOUT_SECONDS = 60
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def plain(value):
    """Instants as microseconds since 1970, the rest as it is."""
    if isinstance(value, datetime.datetime):
        return (value - EPOCH) // datetime.timedelta(microseconds=1)
    return value


def first(bootstrap_servers, topic):
    """The value of the first record, still encoded."""
    consumer = Consumer(
        {
            "bootstrap.servers": bootstrap_servers,
            "group.id": "foreign-client",
            "auto.offset.reset": "earliest",
        }
    )
    consumer.subscribe([topic])
    deadline = time.monotonic() + TIMEOUT_SECONDS
    try:
        while time.monotonic() < deadline:
            message = consumer.poll(1)
            if message is None:
                continue
            if not message.error():
                return message.value()
            if message.error().code() != KafkaError.UNKNOWN_TOPIC_OR_PART:
                sys.exit(str(message.error()))
    finally:
        consumer.close()
    sys.exit(f"expected a record on {topic} within {TIMEOUT_SECONDS} s, got none")


def main(bootstrap_servers, registry_url, topic):
    registry = CachedSchemaRegistryClient({"url": registry_url})
    record = MessageSerializer(registry).decode_message(first(bootstrap_servers, topic))
    print(json.dumps({name: plain(value) for name, value in record.items()}))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
