"""Where addresses that vanished seem to be now."""

from collections import Counter
from dataclasses import dataclass

from edition.keep.address_tables import Register
from edition.keep.published import FROZEN, Published
from edition.keep.redirects import Redirect, Redirects, owners


@dataclass(frozen=True)
class Relocations:
    """What is missing from a built site, by its register: it seems to be where the same id is new."""

    site: Published
    register: Register

    def now(self, address: str) -> str:
        """The only new address with the same id, or the page to which most ids of a page went; else nothing."""
        page, mark, fragment = address.partition("#")
        if mark:
            pages = self.site.pages_by_id.get(fragment, ())
            addresses = [f"{p}#{fragment}" for p in pages if f"{p}#{fragment}" not in self.register]
            return addresses[0] if len(addresses) == 1 else ""
        moved = filter(None, map(self.now, self.register.ids.get(page, ())))
        pages_now = Counter(now.partition("#")[0] for now in moved)
        return pages_now.most_common(1)[0][0] if pages_now and address.endswith("/") else ""

    def explain(self, address: str, redirects: Redirects) -> bool:
        """Whether the line of the page that took an address along says what became of it."""
        is_led = redirects.end(address) != address
        return self.goes_with_its_page(address) or (not is_led and self.went_with_its_page(address))

    def goes_with_its_page(self, address: str) -> bool:
        """Whether a redirect from its vanished page to where that seems to be would bring it back."""
        for page, _ in owners(address):
            if self.is_gone(page) and (now := self.now(page)):
                return Redirects({page: Redirect(page, now, 0)}).end(address) in self.site.real
        return False

    def went_with_its_page(self, address: str) -> bool:
        """Whether its page or its frozen edition is gone as well, and it stands nowhere else.

        What changed since an edition, `editions/#since-2026-11-24`, goes with it as well.
        """
        pages = {page for page, _ in owners(address)}
        if edition := FROZEN.match(f"{address}/".replace("#since-", "")):
            pages.add(edition[0])
        return any(map(self.is_gone, pages - {address})) and not self.now(address)

    def is_gone(self, page: str) -> bool:
        """Whether a page that was published is there no more."""
        return page in self.register and page not in self.site.real
