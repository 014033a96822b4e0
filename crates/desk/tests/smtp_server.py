"""An SMTP server for tests: stores each message as a file, and can be told to refuse.

    smtp_server.py FOLDER [--answer CODE --times N] [--refuse ADDRESS] [--login NAME PASSWORD]
                   [--tls | --starttls]

Prints its port on one line, then serves until its standard input closes. A message is stored as
FOLDER/0001.eml, its envelope as FOLDER/0001.envelope. TLS uses FOLDER/cert.pem and FOLDER/key.pem.
Needs aiosmtpd 1.4.6.
"""

import argparse
import asyncio
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Store:
    def __init__(self, options):
        self.options = options
        self.folder = pathlib.Path(options.folder)
        self.count = 0
        self.refusals = options.times

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address == self.options.refuse:
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.refusals > 0:
            self.refusals -= 1
            return f"{self.options.answer} told to answer {self.options.answer}"
        self.count += 1
        name = self.folder / f"{self.count:04}"
        sender = envelope.mail_from or "<>"
        name.with_suffix(".envelope").write_text(f"{sender} > {' '.join(envelope.rcpt_tos)}\n")
        name.with_suffix(".eml").write_bytes(envelope.original_content)
        return "250 OK"


def authenticator(options):
    def check(server, session, envelope, mechanism, data):
        name, password = (part.decode() for part in (data.login, data.password))
        return AuthResult(success=[name, password] == options.login, handled=False)

    return check


async def serve(options):
    encryption = None
    if options.tls or options.starttls:
        encryption = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        folder = pathlib.Path(options.folder)
        encryption.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    store = Store(options)

    def session():
        return SMTP(
            store,
            hostname="localhost",
            tls_context=encryption if options.starttls else None,
            require_starttls=options.starttls,
            authenticator=authenticator(options) if options.login else None,
            auth_required=bool(options.login),
            auth_require_tls=False,
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        session, "127.0.0.1", 0, ssl=encryption if options.tls else None
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("--answer", default="451")
    arguments.add_argument("--times", type=int, default=0)
    arguments.add_argument("--refuse")
    arguments.add_argument("--login", nargs=2)
    arguments.add_argument("--tls", action="store_true")
    arguments.add_argument("--starttls", action="store_true")
    asyncio.run(serve(arguments.parse_args()))


main()
