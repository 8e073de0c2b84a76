"""Entry of the child: shut the doors, do one job, print one answer.

The answer is a line of JSON, {"error": …} or {}, followed by the body.
"""

import importlib
import json
import resource
import sys

from .values import RefusedError

ACTIONS = {
    "read": ".reading",
    "annotate": ".notes",
    "calendar": ".calendar_file",
}


def confine(limits):
    """Hard limits: bytes of memory, seconds of CPU, bytes written; no core, no fork."""
    for name, value in (
        ("RLIMIT_AS", limits["memory"]),
        ("RLIMIT_CPU", limits["cpu"]),
        ("RLIMIT_FSIZE", limits["writes"]),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_NPROC", 0),
    ):
        kind = getattr(resource, name)
        _, ceiling = resource.getrlimit(kind)
        if ceiling != resource.RLIM_INFINITY:  # only root may raise it again
            value = min(value, ceiling)
        resource.setrlimit(kind, (value, value))


def answer(job):
    try:
        action = importlib.import_module(ACTIONS[job["action"]], __package__)
        return {}, action.run(job)
    except RefusedError as refusal:
        return {"error": refusal.code, "where": refusal.where}, b""
    except MemoryError:
        return {"error": "heavy"}, b""
    except Exception as error:  # readers raise all kinds on a damaged file
        return {"error": "damaged", "detail": repr(error)[:200]}, b""


def main():
    job = json.load(sys.stdin.buffer)
    confine(job["limits"])
    header, body = answer(job)
    sys.stdout.buffer.write(json.dumps(header).encode() + b"\n")
    sys.stdout.buffer.write(body)
    sys.stdout.buffer.flush()
