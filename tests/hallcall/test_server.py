"""Where the core says that it is reached."""

from __future__ import annotations

import pytest

from hallcall.server import _url


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("0.0.0.0", "http://127.0.0.1:8400"),
        ("", "http://127.0.0.1:8400"),
        ("::", "http://[::1]:8400"),
        ("fd00::5", "http://[fd00::5]:8400"),
        ("10.0.0.5", "http://10.0.0.5:8400"),
        ("hall.local", "http://hall.local:8400"),
    ],
)
def test_the_address_is_one_that_this_machine_can_ask(host: str, url: str) -> None:
    assert _url(host, 8400) == url
