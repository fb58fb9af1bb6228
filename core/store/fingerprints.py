"""By what a hall knows its keys again, without having them."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Engine, bindparam, delete, insert, select

from core.store.postgres import alone
from core.store.prepared import Prepared
from core.store.tables import fingerprints

_OF_HALL = fingerprints.c.hall == bindparam("hall")
FINGERPRINTS = Prepared(select(fingerprints).where(_OF_HALL))
ADD_FINGERPRINT = Prepared(insert(fingerprints))
FORGET_FINGERPRINTS = Prepared(delete(fingerprints).where(_OF_HALL))


def learn_fingerprints(engine: Engine, hall: str, found: Mapping[str, str]) -> list[str]:
    """Keep the fingerprints of those keys that none is known of; return which of the others differ.

    Args:
        found: What a core has, by the names of the keys.
    """
    with engine.begin() as connection:
        # Of two cores that start with other keys at the same time one is first.
        alone(connection)
        rows = FINGERPRINTS(connection, hall=hall).mappings()
        known = {row["key"]: row["fingerprint"] for row in rows}
        for name in found.keys() - known.keys():
            ADD_FINGERPRINT(connection, hall=hall, key=name, fingerprint=found[name])
    return sorted(name for name in found.keys() & known.keys() if found[name] != known[name])


def replace_fingerprints(engine: Engine, hall: str, found: Mapping[str, str]) -> None:
    """Keep these and no others."""
    with engine.begin() as connection:
        alone(connection)
        FORGET_FINGERPRINTS(connection, hall=hall)
        for name, fingerprint in found.items():
            ADD_FINGERPRINT(connection, hall=hall, key=name, fingerprint=fingerprint)
