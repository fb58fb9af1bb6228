"""The visitor's phone page: the own place from the slip's code, and the rating after a visit.

The token in the address is all that a visitor has and needs; whoever has it sees no more than the slip says,
and can give the number up or take it again (docs/adr/0020).
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from core.app.own_acts import OwnAct
from core.app.ports import StoreFailed
from core.app.ratings import indicators_now, rate
from core.domain.errors import (
    HallError,
    NotFound,
    RatingAlready,
    RatingNotFinished,
    RatingReasonNeeded,
    RatingTooLate,
)
from core.domain.leg import Leg
from core.domain.rating import TEXT_MOST
from core.domain.ticket import LegState
from core.web.bound import Bound, TooBusy
from core.web.form import Form, FormRefused, read_form
from core.web.pages import answer, page
from core.web.port import PagesCore
from core.web.sure import SAID, already, command, question, refusal
from core.web.visit import Looked, levels, may, rateable, show, to_rate
from core.web.words import Speech, words

AGAIN_S = 15
"""After so long a page that could not be shown is asked for again."""
_TRACK = re.compile(r"[\w-]{1,64}", re.ASCII)
_SAID: dict[type[HallError], tuple[str, int]] = {
    RatingAlready: ("rating.already", HTTPStatus.CONFLICT),
    RatingTooLate: ("rating.too_late", HTTPStatus.CONFLICT),
    RatingNotFinished: ("rating.not_finished", HTTPStatus.CONFLICT),
}
Show = Callable[["Visit"], Awaitable[Response]]


class Visit:
    """One visit, and in which language its pages speak.

    Attributes:
        base: Address of its pages, without the host.
    """

    def __init__(self, track: str, looked: Looked, asked_language: str | None) -> None:
        self.track, self.looked, self.base = track, looked, f"/t/{track}"
        self.hall = looked.hall
        known = asked_language in self.hall.languages
        own = looked.view.ticket.language
        self.say = Speech(asked_language if known and asked_language else own, self.hall.languages)
        self.legs = [leg for leg, _ in looked.view.legs]

    def leg(self, place: str | None) -> Leg | None:
        """Return the leg of that place, without one the one finished last, if there is any."""
        if place is None:
            done = [leg for leg in self.legs if leg.state is LegState.DONE]
            return max(done, key=lambda leg: (leg.ended_at or leg.since, leg.place), default=None)
        return next((leg for leg in self.legs if str(leg.place) == place), None)

    def notice(self, key: str, status: int = HTTPStatus.OK, more: str = "") -> HTMLResponse:
        """Return a page of one sentence, and the way back."""
        say = self.say
        html = page(
            "notice.html",
            language=say.language,
            notices=[(say.language, say(key), say(more) if more else "")],
            back=f"{self.base}?lang={say.language}",
            back_text=say("foot.back"),
            every_s=0,
        )
        return answer(html, status)

    def shown(self) -> HTMLResponse:
        """Return the visit's own page."""
        hall, say = self.hall, self.say
        languages = [(each, Speech(each)("language")) for each in hall.languages]
        shown = show(self.looked, say)
        html = page(
            "visit.html", language=say.language, say=say, shown=shown, base=self.base, languages=languages
        )
        return answer(html)

    def sure(self, act: OwnAct) -> HTMLResponse:
        """Return the page that asks before an act, or says why it is not possible."""
        if act not in may(self.looked):
            return self.notice(refusal(self.looked, act), HTTPStatus.CONFLICT)
        say = self.say
        html = page(
            "sure.html",
            language=say.language,
            say=say,
            hall=say.name(self.hall.name),
            number=self.looked.view.ticket.number,
            base=self.base,
            **question(self.looked, act, say),
        )
        return answer(html)

    def form(self, leg: Leg, form: Form, error: str = "", status: int = HTTPStatus.OK) -> HTMLResponse:
        """Return the page that asks for a rating of a leg, and says what is wrong with what came."""
        say = self.say
        html = page(
            "rating.html",
            language=say.language,
            say=say,
            hall=say.name(self.hall.name),
            number=leg.number,
            leg=to_rate(self.hall, leg, say),
            base=self.base,
            form=form,
            levels=levels(say),
            reasons=[(each.id, say.name(each.name)) for each in indicators_now().reasons],
            most=TEXT_MOST,
            error=say(error, most=TEXT_MOST) if error else "",
        )
        return answer(html, status)


def phone_page() -> APIRouter:
    """Return the routes of the visitor's page."""
    router = APIRouter()
    bound = Bound()

    @router.get("/t/{track}")
    async def visit_page(track: str, request: Request) -> Response:
        async def shown(visit: Visit) -> Response:
            return await asyncio.to_thread(visit.shown)

        return await _of_visit(bound, track, request, shown)

    for act in OwnAct:
        _own_act(router, bound, act)

    @router.get("/t/{track}/rating")
    async def rating_page(track: str, request: Request) -> Response:
        async def asked(visit: Visit) -> Response:
            return await asyncio.to_thread(_ask, visit, request)

        return await _of_visit(bound, track, request, asked)

    @router.post("/t/{track}/rating")
    async def rate_visit(track: str, request: Request) -> Response:
        body = await request.body()

        async def rated(visit: Visit) -> Response:
            return await _rate(visit, request, body)

        return await _of_visit(bound, track, request, rated)

    return router


def _own_act(router: APIRouter, bound: Bound, act: OwnAct) -> None:
    """Add the page that asks before an act of the visitor's, and the act."""

    @router.get(f"/t/{{track}}/{act.value}")
    async def ask(track: str, request: Request) -> Response:
        async def shown(visit: Visit) -> Response:
            return await asyncio.to_thread(visit.sure, act)

        return await _of_visit(bound, track, request, shown)

    @router.post(f"/t/{{track}}/{act.value}")
    async def do(track: str, request: Request) -> Response:
        async def done(visit: Visit) -> Response:
            return await _act(visit, request, act)

        return await _of_visit(bound, track, request, done)


async def _act(visit: Visit, request: Request, act: OwnAct) -> Response:
    """Do what the visitor has said yes to, and show the visit again; a second touch changes nothing."""
    core: PagesCore = request.app.state.core
    try:
        await core.run(command(act, visit.looked.view.ticket.id))
    except HallError as refused:
        if type(refused) not in SAID:
            raise
        if not already(act, refused):
            return await asyncio.to_thread(visit.notice, SAID[type(refused)], HTTPStatus.CONFLICT)
    here = f"{visit.base}?lang={visit.say.language}"
    return RedirectResponse(here, HTTPStatus.SEE_OTHER, headers={"Cache-Control": "no-store"})


async def _of_visit(bound: Bound, track: str, request: Request, act: Show) -> Response:
    """Look for a visit and do something with it; say in words why that cannot be."""
    core: PagesCore = request.app.state.core
    try:
        async with bound():
            if not _TRACK.fullmatch(track):
                raise NotFound
            looked = await _look(core, track)
            return await act(Visit(track, looked, request.query_params.get("lang")))
    except NotFound:
        return await _say(core.hall.languages, "unknown", HTTPStatus.NOT_FOUND)
    except TooBusy:
        return await _say(core.hall.languages, "busy", HTTPStatus.SERVICE_UNAVAILABLE)
    except StoreFailed as error:
        core.in_trouble(error)
        return await _say(core.hall.languages, "busy", HTTPStatus.SERVICE_UNAVAILABLE)


async def _look(core: PagesCore, track: str) -> Looked:
    view = await asyncio.to_thread(core.reader.ticket_by_track, track)
    done = [leg.id for leg, _ in view.legs if leg.state is LegState.DONE]
    rated = await asyncio.to_thread(core.reader.visitors.rated, done) if done else frozenset[str]()
    return Looked(view, core.hall, core.waits.of(view.leg), rated, core.clock())


def _ask(visit: Visit, request: Request) -> Response:
    """Return the form, or why there is none."""
    leg = visit.leg(request.query_params.get("leg"))
    if leg is None:
        return visit.notice("rating.not_finished", HTTPStatus.CONFLICT)
    if leg.id in visit.looked.rated:
        thanks = "sent" in request.query_params
        key, more = ("rating.thanks", "") if thanks else ("rating.already", "rating.once")
        return visit.notice(key, more=more)
    if leg not in rateable(visit.looked):
        key = "rating.too_late" if leg.state is LegState.DONE else "rating.not_finished"
        return visit.notice(key, HTTPStatus.CONFLICT)
    return visit.form(leg, Form(level=request.query_params.get("level", "")))


async def _rate(visit: Visit, request: Request, body: bytes) -> Response:
    """Keep what the form says, and say so."""
    leg = visit.leg(request.query_params.get("leg"))
    if leg is None:
        return await asyncio.to_thread(visit.notice, "rating.not_finished", HTTPStatus.CONFLICT)
    form, meant = Form(), leg.id
    core: PagesCore = request.app.state.core
    try:
        form = read_form(body)
        said = form.said()
        await core.run(lambda uow: rate(uow, track=visit.track, said=said, leg=meant))
    except FormRefused as refusal:
        return await asyncio.to_thread(visit.form, leg, form, refusal.key, HTTPStatus.UNPROCESSABLE_ENTITY)
    except RatingReasonNeeded:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return await asyncio.to_thread(visit.form, leg, form, "rating.reason_needed", status)
    except HallError as refusal:
        if type(refusal) not in _SAID:
            status = HTTPStatus.UNPROCESSABLE_ENTITY
            return await asyncio.to_thread(visit.form, leg, form, "rating.not_read", status)
        key, conflict = _SAID[type(refusal)]
        return await asyncio.to_thread(visit.notice, key, conflict)
    # A reload of the page that follows sends nothing again.
    here = f"{visit.base}/rating?leg={leg.place}&lang={visit.say.language}&sent"
    return RedirectResponse(here, HTTPStatus.SEE_OTHER, headers={"Cache-Control": "no-store"})


async def _say(languages: Sequence[str], what: str, status: int) -> Response:
    """Return a page that speaks every language of the hall: whose it is nobody knows."""
    spoken = [each for each in languages if each in words()["language"]] or [*words()["language"]]
    notices = [(each, Speech(each)(f"{what}.title"), Speech(each)(f"{what}.more")) for each in spoken]
    again = AGAIN_S if status == HTTPStatus.SERVICE_UNAVAILABLE else 0
    html = await asyncio.to_thread(
        page, "notice.html", language=spoken[0], notices=notices, back="", back_text="", every_s=again
    )
    return answer(html, status, **({"Retry-After": str(again)} if again else {}))
