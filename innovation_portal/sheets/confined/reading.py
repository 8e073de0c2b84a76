"""Read one workbook of any kind into JSON."""

import importlib
import json

from .values import RefusedError


def run(job):
    sheets = load(job)
    body = json.dumps(
        {"kind": job["kind"], "sheets": [sheet.as_dict() for sheet in sheets]},
        ensure_ascii=False,
        default=_date,
    ).encode("utf-8", "replace")
    if len(body) > job["limits"]["answer"]:
        raise RefusedError("text")
    return body


def load(job):
    """Return the sheets of the job's file as Grids."""
    reader = importlib.import_module(f".{job['kind']}_file", __package__)
    return reader.load(job["path"], job["limits"])


def _date(value):
    return {"date": value.isoformat()}
