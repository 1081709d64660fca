"""Guesses the new addresses of vanished ones, by their ids."""

from collections import Counter
from dataclasses import dataclass

from edition.keep.address_tables import Register
from edition.keep.published import FROZEN, Published
from edition.keep.redirects import Redirect, Redirects, owners


@dataclass(frozen=True)
class Relocations:
    """Compares a built site with the register: a vanished id probably moved to where the same id is new."""

    site: Published
    register: Register

    def now(self, address: str) -> str:
        """The probable new address of an id or a page: the only new one with the same id, or the page that most ids
        moved to; empty if there is none."""
        page, mark, fragment = address.partition("#")
        if mark:
            pages = self.site.pages_by_id.get(fragment, ())
            addresses = [f"{p}#{fragment}" for p in pages if f"{p}#{fragment}" not in self.register]
            return addresses[0] if len(addresses) == 1 else ""
        moved = filter(None, map(self.now, self.register.ids.get(page, ())))
        pages_now = Counter(now.partition("#")[0] for now in moved)
        return pages_now.most_common(1)[0][0] if pages_now and address.endswith("/") else ""

    def explain(self, address: str, redirects: Redirects) -> bool:
        """Whether the problem of its vanished page already explains why the address vanished."""
        is_led = redirects.end(address) != address
        return self.goes_with_its_page(address) or (not is_led and self.went_with_its_page(address))

    def goes_with_its_page(self, address: str) -> bool:
        """Whether redirecting its vanished page to its probable new address would restore it."""
        for page, _ in owners(address):
            if self.is_gone(page) and (now := self.now(page)):
                return Redirects({page: Redirect(page, now, 0)}).end(address) in self.site.real
        return False

    def went_with_its_page(self, address: str) -> bool:
        """Whether its page or its frozen edition vanished as well, and it stands nowhere else.

        The list of changes since an edition, `editions/#since-2026-11-24`, vanishes with that edition.
        """
        pages = {page for page, _ in owners(address)}
        if edition := FROZEN.match(f"{address}/".replace("#since-", "")):
            pages.add(edition[0])
        return any(map(self.is_gone, pages - {address})) and not self.now(address)

    def is_gone(self, page: str) -> bool:
        """Whether a registered page no longer exists."""
        return page in self.register and page not in self.site.real
