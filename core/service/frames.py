"""An event is framed once, and the frame goes to every screen as it is.

What a server sends is not masked, so that one frame does for all (RFC 6455, 5.2). Framing it anew for each of
300 screens took as long as everything else of a call.
"""

from __future__ import annotations

from typing import Any

from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

FRAMES = "hallcall.frames"
"""Field of a ``websocket.send`` message: frames, ready to be sent."""

_TEXT = 0x81
_SHORT_MOST, _MIDDLE_MOST = 125, 0xFFFF


def text_frame(payload: bytes) -> bytes:
    """Return a text as one frame.

    Source: https://www.rfc-editor.org/rfc/rfc6455#section-5.2
    """
    size = len(payload)
    if size <= _SHORT_MOST:
        head = bytes((_TEXT, size))
    elif size <= _MIDDLE_MOST:
        head = bytes((_TEXT, 126)) + size.to_bytes(2, "big")
    else:
        head = bytes((_TEXT, 127)) + size.to_bytes(8, "big")
    return head + payload


class FrameProtocol(WebSocketsSansIOProtocol):
    """uvicorn's protocol, which also takes frames that are ready."""

    async def send(self, message: Any) -> None:
        """Send what the application says."""
        frames = message.get(FRAMES)
        if frames is None:
            await super().send(message)
            return
        # A screen that does not read is waited for here, and by nobody else.
        await self.writable.wait()
        if self.disconnected or self.close_sent or self.transport.is_closing():
            raise ClientDisconnected
        self.transport.write(frames)
