"""How often one address may do something: a bucket of tokens an address, in this process."""

import math
from dataclasses import dataclass, field
from threading import Lock

MOST_BUCKETS = 10_000


@dataclass
class Buckets:
    """The tokens that each address has left, and when they were counted."""

    left: dict[str, tuple[float, float]] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def take(self, address: str, per_minute: int, now: float) -> int:
        """Take a token; return 0, or after how many seconds there will be one."""
        with self.lock:
            tokens, counted = self.left.get(address, (float(per_minute), now))
            tokens = min(float(per_minute), tokens + (now - counted) * per_minute / 60)
            if tokens < 1:
                self.left[address] = (tokens, now)
                return math.ceil((1 - tokens) * 60 / per_minute)
            if len(self.left) >= MOST_BUCKETS and address not in self.left:
                self._forget_the_full(now)
            self.left[address] = (tokens - 1, now)
            return 0

    def _forget_the_full(self, now: float) -> None:
        """Forget whoever has asked nothing for a minute, whose bucket is full again; all, where none has."""
        self.left = {address: kept for address, kept in self.left.items() if now - kept[1] < 60}
        if len(self.left) >= MOST_BUCKETS:
            self.left.clear()
