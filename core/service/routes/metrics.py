"""What a monitoring system asks for."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response

from core.service.scrape import TEXT, Scrape

router = APIRouter(tags=["hall"])


@router.get("/metrics", response_class=PlainTextResponse)
async def metrics(request: Request) -> Response:
    """Tell Prometheus how the hall and the core do, in its text format: counts only, and of no person."""
    scrape: Scrape = request.app.state.scrape
    return Response(await scrape.text(), media_type=TEXT)
