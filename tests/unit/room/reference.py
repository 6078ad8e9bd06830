"""The same simulation in plain Python: no heap tricks, no tables, an hour at a time."""

import heapq
from dataclasses import dataclass, field
from math import floor

import numpy as np

from beide.room._arrays import Floats
from beide.room._network import Network
from beide.room._run import Stream
from beide.room._ways import Servers

DONE, SHIFT, READY, ARRIVES = range(4)


def finish(time: float, work: float, rate: Floats) -> float:
    """Return when work is done by going through the hours one by one."""
    for _ in range(100_000):
        speed = rate[floor(time) % len(rate)]
        left = floor(time) + 1 - time
        if speed > 0 and work <= speed * left + 1e-12:
            return float(time + work / speed)
        work -= speed * left
        time = float(floor(time) + 1)
    return float("inf")


@dataclass
class Simulation:
    """Cases, lines and servers as lists and dictionaries."""

    network: Network
    people: Servers
    stream: Stream
    events: list[tuple[float, int, int]] = field(default_factory=list)

    def run(self) -> list[float]:
        """Return the lead time of each case."""
        roles = len(self.network.roles)
        self.lines: list[list[int]] = [[] for _ in range(roles)]
        self.idle = [True] * len(self.people.rate)
        self.busy_with: dict[int, int] = {}
        self.visit: dict[int, int] = {}
        self.origin: dict[int, float] = {}
        self.lead = [float("inf")] * len(self.stream.case)
        for case, time in enumerate(self.stream.arrives):
            heapq.heappush(self.events, (float(time), ARRIVES, case))
        while self.events:
            time, kind, what = heapq.heappop(self.events)
            self.handle(time, kind, what)
        return self.lead

    def handle(self, time: float, kind: int, what: int) -> None:
        if kind == ARRIVES:
            self.origin[what] = time
            self.visit[what] = int(self.network.first_visit[self.stream.case[what]])
            self.come(what, time)
        elif kind == READY:
            self.after_delay(what, time)
        elif kind == SHIFT:
            self.serve(what, time)
        else:
            case = self.busy_with[what]
            self.idle[what] = True
            self.serve(self.role_of(what), time)
            self.advance(case, time)

    def advance(self, case: int, time: float) -> None:
        self.visit[case] += 1
        first = self.network.first_visit[self.stream.case[case]]
        if self.network.since_first and self.visit[case] == first + 1:
            self.origin[case] = time
        self.come(case, time)

    def come(self, case: int, time: float) -> None:
        visit = self.visit[case]
        if visit == self.network.first_visit[self.stream.case[case] + 1]:
            self.lead[case] = time - self.origin[case]
        elif self.network.delay[visit] > 0:
            heapq.heappush(self.events, (time + self.network.delay[visit], READY, case))
        else:
            self.after_delay(case, time)

    def after_delay(self, case: int, time: float) -> None:
        role = int(self.network.role[self.visit[case]])
        if role < 0:
            self.advance(case, time)
        else:
            self.lines[role].append(case)
            self.serve(role, time)

    def serve(self, role: int, time: float) -> None:
        while self.lines[role]:
            on_duty = [s for s in self.free(role) if self.rate(s, time) > 0]
            if not on_duty:
                self.wait_for_shift(role, time)
                return
            server = on_duty[0]
            case = self.lines[role].pop(0)
            self.idle[server] = False
            self.busy_with[server] = case
            work = float(self.network.work[self.visit[case]])
            done = finish(time, work, self.people.rate[server])
            heapq.heappush(self.events, (done, DONE, server))

    def wait_for_shift(self, role: int, time: float) -> None:
        for hour in range(floor(time) + 1, floor(time) + 1 + self.people.rate.shape[1]):
            if any(self.rate(server, hour) > 0 for server in self.free(role)):
                if (float(hour), SHIFT, role) not in self.events:
                    heapq.heappush(self.events, (float(hour), SHIFT, role))
                return

    def free(self, role: int) -> list[int]:
        first, last = self.people.first[role], self.people.first[role + 1]
        return [server for server in range(first, last) if self.idle[server]]

    def rate(self, server: int, time: float) -> float:
        return float(self.people.rate[server, floor(time) % self.people.rate.shape[1]])

    def role_of(self, server: int) -> int:
        return int(np.searchsorted(self.people.first, server, side="right")) - 1
