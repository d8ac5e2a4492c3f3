#!/usr/bin/env python3
"""Says in few lines what failed first: the classes with failures in the order in which they ended, each with its first failure.

Whatever breaks a server makes all tests after it fail. The first class that this prints is the one to look at.
"""

import pathlib
import xml.etree.ElementTree as ElementTree

CLASSES = 12
MESSAGE = 400
LOGGED = 5


def failure_of(case):
    return next((child for child in case if child.tag in ("failure", "error")), None)


def first_lines(failure):
    """The message, and what the servers logged meanwhile, which the tests add to what they throw."""
    yield (failure.get("message") or failure.get("type") or "").strip().replace("\n", " ")[:MESSAGE]
    lines = iter((failure.text or "").splitlines())
    for line in lines:
        if "the servers logged" in line:
            for _, logged in zip(range(LOGGED), lines):
                yield logged.strip()[:MESSAGE]
            return


reports = sorted(pathlib.Path(".").glob("**/target/*-reports/TEST-*.xml"), key=lambda report: report.stat().st_mtime)
failed = []
for report in reports:
    cases = [case for case in ElementTree.parse(report).getroot().iter("testcase") if failure_of(case) is not None]
    if cases:
        failed.append((report, cases))
for report, cases in failed[:CLASSES]:
    module = report.parts[report.parts.index("target") - 1]
    print(f"failed on {module}: {cases[0].get('classname')} ({len(cases)}), first {cases[0].get('name')}")
    for line in first_lines(failure_of(cases[0])):
        print(f"    {line}")
if len(failed) > CLASSES:
    print(f"and {len(failed) - CLASSES} more classes")
