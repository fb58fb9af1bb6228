"""A provider's gateway, against a real server that does everything servers do."""

from __future__ import annotations

import json
import logging
import queue
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import given
from hypothesis import strategies as st

from hardware.errors import DeviceError, DeviceUnreachable
from hardware.sms.carrier import WorkerCarrier
from hardware.sms.errors import GatewayMisset, MessageRefused, NetworkBusy, OutcomeUnknown, RepeatKnown
from hardware.sms.gateway import HttpGateway
from hardware.sms.gateway_settings import GatewayRefused, GatewaySettings
from hardware.sms.outbox import SmsOutbox
from hardware.sms.ports import Kind, Receipt, Stage
from hardware.worker import READY, State, Worker
from tests.hardware.sms.carrier import Hands, run_until
from tests.hardware.sms.conftest import message
from tests.hardware.sms.provider import Provider
from tests.support.clock import MORNING

TEXT = '请A001号到3号窗口"\\\n😀'
A = "13800138000"
BODY = '{"mobile": "${number}", "full": "${international}", "content": "${text}", "out_id": "${id}"}'


@pytest.fixture
def provider() -> Iterator[Provider]:
    with Provider() as running:
        yield running


def settings(url: str, **more: Any) -> GatewaySettings:
    usual: dict[str, Any] = {
        "body": BODY,
        "headers": {"Authorization": "Bearer s3cret", "Content-Type": "application/json; charset=utf-8"},
        "sent_when": r'"code": 0, "sid": "([\w-]+)"',
        "code": r'"code": "?(\w+)',
        "busy_when": '"code": 88',
    }
    return GatewaySettings(f"{url}/send?key=k3y", **(usual | more))


def gateway(provider: Provider, **more: Any) -> HttpGateway:
    return HttpGateway("provider", settings(provider.url, **more))


def failed(sender: HttpGateway) -> DeviceError:
    with pytest.raises(DeviceError) as raised:
        sender.send(message(TEXT), 0)
    for hidden in (A, "请", "k3y", "s3cret"):
        assert hidden not in str(raised.value)
    return raised.value


def test_a_message_is_asked_for_as_the_provider_wants_it(provider: Provider) -> None:
    assert gateway(provider).send(message(TEXT), 0) == "s-17"
    (asked,) = provider.asked
    assert (asked.method, asked.path) == ("POST", "/send?key=k3y")
    assert asked.headers["Authorization"] == "Bearer s3cret"
    assert asked.headers["Content-Type"] == "application/json; charset=utf-8"
    assert json.loads(asked.body) == {"mobile": A, "full": f"+86{A}", "content": TEXT, "out_id": "m1"}


def test_a_form_and_an_address_are_escaped_as_such(provider: Provider) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    gateway(provider, headers=form, body="to=${number}&text=${text}").send(message(TEXT + "&a=b"), 0)
    assert parse_qs(provider.asked[0].body) == {"to": [A], "text": [TEXT + "&a=b"]}
    by_get = GatewaySettings(f"{provider.url}/?to=${{number}}&text=${{text}}", "GET")
    assert HttpGateway("provider", by_get).send(message(TEXT + "&a=b"), 0) == ""
    asked = provider.asked[1]
    assert (asked.method, asked.body) == ("GET", "")
    assert parse_qs(urlsplit(asked.path).query) == {"to": [A], "text": [TEXT + "&a=b"]}


BY_POST = settings("http://sms.example")
BY_GET = GatewaySettings("http://sms.example/?text=${text}", "GET")


@given(st.text(min_size=1))
def test_every_text_is_whole_in_the_body_and_in_the_address(text: str) -> None:
    values = {"number": A, "international": f"+86{A}", "text": text, "id": "m1"}
    assert json.loads(BY_POST.render_body(values))["content"] == text
    assert parse_qs(urlsplit(BY_GET.render_url(values)).query, strict_parsing=True) == {"text": [text]}


def test_a_repeat_is_marked_where_the_provider_knows_such(provider: Provider) -> None:
    gateway(provider, idempotency_header="Idempotency-Key").send(message(TEXT, name="票 1"), 0)
    assert provider.asked[0].headers["Idempotency-Key"] == "%E7%A5%A8%201"


@pytest.mark.parametrize(
    ("status", "answer", "kind", "says"),
    [
        (429, "", NetworkBusy, "HTTP 429"),
        (503, "", NetworkBusy, "HTTP 503"),
        (200, '{"code": 88}', NetworkBusy, "busy, code 88"),
        (200, '{"code": 7, "msg": "black list"}', MessageRefused, "refused, code 7"),
        (200, f'{{"code": {A}}}', MessageRefused, r"refused, code \?"),
        (400, '{"code": "E12"}', MessageRefused, "HTTP 400, code E12"),
        (401, "", GatewayMisset, "HTTP 401: check"),
        (404, "", GatewayMisset, "HTTP 404: check"),
        (302, "", GatewayMisset, "HTTP 302: check"),
        (500, "oops", OutcomeUnknown, "HTTP 500"),
        (504, "", OutcomeUnknown, "HTTP 504"),
        (200, "<html>sign in to the hotel's network</html>", OutcomeUnknown, "not understood"),
        (200, "", OutcomeUnknown, "not understood"),
    ],
)
def test_an_answer_means_what_it_says(
    provider: Provider, status: int, answer: str, kind: type[DeviceError], says: str
) -> None:
    provider.status, provider.answer = status, answer
    failure = failed(gateway(provider))
    assert type(failure) is kind
    assert re.search(says, failure.detail)
    assert failure.maybe_done is (kind is OutcomeUnknown)
    assert len(provider.asked) == 1


@pytest.mark.parametrize("fault", ["hangs", "drips", "cut_head", "cut_after", "500"])
@pytest.mark.parametrize("knows_repeats", [False, True])
def test_a_lost_answer_is_tried_again_only_where_a_repeat_is_known(
    provider: Provider, fault: str, knows_repeats: bool
) -> None:
    sender = gateway(provider, timeout_s=0.1, idempotency_header="Idempotency-Key" if knows_repeats else "")
    match fault:
        case "cut_after":
            provider.cut_after = 5
        case "500":
            provider.status = 500
        case _:
            setattr(provider, fault, True)
    provider.answer = provider.answer if fault != "drips" else ""
    failure = failed(sender)
    assert type(failure) is (RepeatKnown if knows_repeats else OutcomeUnknown)


def test_an_answer_that_was_cut_after_its_word_is_an_answer(provider: Provider) -> None:
    provider.answer, provider.cut_after = '{"code": 0, "sid": "s-17", "rest": "..."}', 28
    assert gateway(provider).send(message(), 0) == "s-17"


def test_a_status_that_says_it_all_needs_no_words(provider: Provider) -> None:
    provider.status, provider.answer = 202, ""
    assert gateway(provider, sent_when="").send(message(), 0) == ""
    provider.answer, provider.cut_after = "accepted", 3
    assert isinstance(failed(gateway(provider, sent_when="")), OutcomeUnknown)


def test_nobody_there_has_surely_sent_nothing(provider: Provider) -> None:
    sender = gateway(provider)
    assert sender.look() == READY
    provider.__exit__(None, None, None)
    for act in (lambda: sender.send(message(), 0), sender.look, sender.connect):
        with pytest.raises(DeviceUnreachable) as raised:
            act()
        assert not raised.value.maybe_done


def test_a_host_s_name_that_is_none_is_nobody() -> None:
    assert isinstance(failed(HttpGateway("provider", settings("http://a..example"))), DeviceUnreachable)


def test_a_server_that_is_not_who_it_should_be_gets_nothing(provider: Provider) -> None:
    sender = HttpGateway("provider", settings(provider.url.replace("http:", "https:"), timeout_s=0.1))
    failure = failed(sender)
    assert isinstance(failure, DeviceUnreachable)
    assert not failure.maybe_done
    assert provider.asked == []


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with a key and the certificate it has given itself, for 127.0.0.1."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "provider")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "provider.pem"
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(secret + made.public_bytes(Encoding.PEM))
    return file


def test_an_encrypted_gateway_is_trusted_by_its_certificate_only(certificate: Path) -> None:
    with Provider(certificate=certificate) as secure:
        trusting = HttpGateway("provider", settings(secure.url, ca_file=str(certificate)))
        assert trusting.send(message(TEXT), 0) == "s-17"
        failure = failed(HttpGateway("provider", settings(secure.url)))
        assert isinstance(failure, DeviceUnreachable)
        assert "certificate" in failure.detail
        secure.hangs = True
        hasty = HttpGateway("provider", settings(secure.url, ca_file=str(certificate), timeout_s=0.2))
        assert failed(hasty).key in ("sms.unknown", "device.unreachable")
    assert len(secure.asked) <= 2


def test_certificates_that_are_not_there_are_said(provider: Provider, tmp_path: Path) -> None:
    missing = str(tmp_path / "provider.pem")
    sender = HttpGateway("provider", settings("https://127.0.0.1:1", ca_file=missing))
    assert "ca_file" in failed(sender).detail


def test_wrong_settings_are_shown_until_a_message_goes_through(provider: Provider) -> None:
    sender = gateway(provider)
    provider.status = 403
    assert isinstance(failed(sender), GatewayMisset)
    health = sender.look()
    assert (health.state, health.key) == (State.DEGRADED, "sms.gateway_settings")
    assert "check address, key and method" in health.detail
    provider.status = 200
    sender.send(message(), 0)
    assert sender.look() == READY


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"url": "ftp://sms.example"}, "must begin with http"),
        ({"url": "http://"}, "must begin with http"),
        ({"url": "http://sms.example:x/"}, "no port"),
        ({"url": "http://${number}.example/"}, "are fixed"),
        ({"url": "http://sms.example/短信"}, "must be escaped"),
        ({"url": "http://sms.example/?to=${nummer}"}, "unknown field nummer; known are"),
        ({"body": '{"to": "$"}'}, "a dollar sign is"),
        ({"body": '{"to": ${number}'}, "body is no JSON"),
        ({"body": '{"text": ${text}}'}, "fields stand inside quotes"),
        ({"headers": {"A b": "c"}}, "no header's name"),
        ({"headers": {"Key": "s3cret\r\nX: y"}}, "the header Key holds a sign"),
        ({"headers": {"Content-Type": "text/xml"}}, "not text/xml"),
        ({"idempotency_header": "no good"}, "no header's name"),
        ({"sent_when": "("}, "sent_when is no regular expression"),
        ({"code": "E[0-9]+"}, "code needs a group"),
        ({"method": "post"}, "method is one word in capitals"),
        ({"timeout_s": 0}, "more than 0"),
    ],
)
def test_settings_that_cannot_work_are_said_before_the_first_message(more: dict[str, Any], says: str) -> None:
    with pytest.raises(GatewayRefused, match=says) as refused:
        GatewaySettings(**({"url": "http://sms.example/", "body": BODY} | more))
    assert refused.value.key == "sms.gateway_settings"
    assert "s3cret" not in str(refused.value)


def test_settings_show_no_secret() -> None:
    assert not any(secret in repr(settings("http://sms.example")) for secret in ("s3cret", "k3y"))


# --- behind the outbox ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "knows_repeats", "asked", "stage"),
    [
        ("cut_head", False, 1, Stage.UNKNOWN),
        ("cut_head", True, 2, Stage.SENT),
        ("busy", False, 2, Stage.SENT),
        ("misset", False, 2, Stage.SENT),
    ],
)
def test_the_outbox_asks_twice_only_where_that_makes_no_double(
    provider: Provider,
    caplog: pytest.LogCaptureFixture,
    fault: str,
    knows_repeats: bool,
    asked: int,
    stage: Stage,
) -> None:
    caplog.set_level(logging.DEBUG)
    hands = Hands()
    sender = gateway(provider, idempotency_header="Idempotency-Key" if knows_repeats else "")
    outbox = SmsOutbox(sender, clock=hands, ticks=hands.ticks)
    provider.cut_head = fault == "cut_head"
    provider.status = {"busy": 503, "misset": 401}.get(fault, 200)
    outbox.submit("m1", A, TEXT, Kind.NOTICE, MORNING)
    outbox.step()
    provider.cut_head, provider.status = False, 200
    run_until(outbox, hands, MORNING + timedelta(hours=1))
    receipt = outbox.receipt("m1")
    assert receipt is not None
    assert receipt.stage is stage
    assert len(provider.asked) == asked
    assert not any(hidden in caplog.text for hidden in (A, "请A001", "k3y", "s3cret"))


def test_a_worker_looks_after_a_gateway_as_after_a_modem(provider: Provider) -> None:
    told: queue.SimpleQueue[tuple[str, Receipt]] = queue.SimpleQueue()
    sender = gateway(provider)
    worker = Worker(sender, every_s=0.05)
    outbox = SmsOutbox(WorkerCarrier(sender, worker), lambda *it: told.put(it), clock=lambda: MORNING)
    worker.start()
    outbox.start()
    outbox.submit("m1", A, TEXT, Kind.COME_NOW, MORNING)
    message_id, receipt = told.get(timeout=10)
    outbox.stop()
    worker.stop()
    assert (message_id, receipt.stage, receipt.detail) == ("m1", Stage.SENT, "s-17")
