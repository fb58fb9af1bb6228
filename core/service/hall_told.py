"""The hall's description as it goes on the wire, made once for all who ask."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import Request, Response


@dataclass(frozen=True, slots=True)
class Told:
    """A description, encoded.

    Attributes:
        plain: JSON: 300 kB of the largest shipped hall.
        packed: The same, gzipped: 820 screens ask for it in the minute in which a hall opens.
        tag: Its ``ETag``; after the core's restart a screen has it still, and is sent nothing.
    """

    plain: bytes
    packed: bytes
    tag: str

    def answer(self, request: Request) -> Response:
        """Return what is sent to who asks: nothing if it is known there, else packed if that can be read."""
        asked = request.headers
        headers = {"ETag": self.tag, "Vary": "Accept-Encoding", "Cache-Control": "private, no-cache"}
        if self.tag in (each.strip() for each in asked.get("if-none-match", "").split(",")):
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        if "gzip" in asked.get("accept-encoding", ""):
            packed = headers | {"Content-Encoding": "gzip"}
            return Response(self.packed, headers=packed, media_type="application/json")
        return Response(self.plain, headers=headers, media_type="application/json")


def told(described: Mapping[str, Any]) -> Told:
    """Return a description as it is sent."""
    plain = json.dumps(described, ensure_ascii=False, separators=(",", ":")).encode()
    tag = hashlib.blake2b(plain, digest_size=12).hexdigest()
    return Told(plain, gzip.compress(plain, 6, mtime=0), f'"{tag}"')
