"""How the headers of a message are written: words of other alphabets encoded, lines short.

The standard library's own way loses a space where it breaks an encoded text into two (RFC 2047 §6.2 has
readers drop what stands between them). The class that came before it puts the space into the words.
"""

from __future__ import annotations

from email.header import Header
from email.headerregistry import Address
from email.policy import EmailPolicy
from typing import Final

_LINE: Final = 76
"""Columns of a line with an encoded word (RFC 2047 §2)."""


class Folding(EmailPolicy):
    """The policy for messages, with subjects and addresses written here."""

    def fold(self, name: str, value: str) -> str:
        """Write a header, its line end included."""
        addresses = getattr(value, "addresses", None)
        if addresses is not None:
            written = f",{self.linesep} ".join(self._address(one, name) for one in addresses)
            return f"{name}: {written}{self.linesep}"
        if str(value).isascii():
            return str(super().fold(name, value))
        return f"{name}: {self._encoded(str(value), name)}{self.linesep}"

    def fold_binary(self, name: str, value: str) -> bytes:
        """Write a header as bytes; nothing but ASCII is left in it."""
        return self.fold(name, value).encode("ascii")

    def _address(self, address: Address, header: str) -> str:
        """Write an address, a comma after it included, in lines that are short even after the name."""
        room = _LINE - len(f"{header}: ,")
        if address.display_name.isascii() and len(str(address)) <= room:
            return str(address)
        if not address.display_name:
            return address.addr_spec
        name, spec = self._encoded(address.display_name, header), f"<{address.addr_spec}>"
        apart = len(name.rpartition(self.linesep)[2]) + len(spec) >= room
        return f"{name}{self.linesep if apart else ''} {spec}"

    def _encoded(self, text: str, name: str | None = None) -> str:
        """Encode a text, of a header of that name, or within a line."""
        header = Header(text, "utf-8", maxlinelen=_LINE, header_name=name)
        return header.encode(linesep=self.linesep)
