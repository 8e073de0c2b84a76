"""A real SMTP server on loopback that keeps what it is given and answers as told."""

import asyncio
import contextlib
import email
import email.policy
import socket

from aiosmtpd.controller import Controller


class Mailbox:
    """The server's side of the talk; ``messages`` are those it has taken.

    ``answers`` maps a step (MAIL, RCPT, DATA) to the reply it gives instead of taking
    on. At ``dawdles_at`` it waits ``dawdles`` seconds before it goes on, once.
    """

    def __init__(self):
        self.raw = []
        self.answers = {}
        self.dawdles_at, self.dawdles, self.dawdling = None, 0, False

    @property
    def messages(self):
        return [
            email.message_from_bytes(content, policy=email.policy.default)
            for content in self.raw
        ]

    async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802
        return await self._answer("MAIL") or self._take(envelope, address)

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if refusal := await self._answer("RCPT"):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if "DATA" in self.answers:
            return self.answers["DATA"]
        self.raw.append(envelope.original_content)
        await self._answer("DATA")
        return "250 OK"

    def _take(self, envelope, address):
        envelope.mail_from = address
        return "250 OK"

    async def _answer(self, step):
        if step == self.dawdles_at:
            self.dawdles_at, self.dawdling = None, True
            await asyncio.sleep(self.dawdles)
        return self.answers.get(step)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def serving(mailbox, port):
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield mailbox
    finally:
        controller.stop()
