"""Whole processes: how long they take, what memory, when they first say something; and the machine."""
import os
import re
import statistics
import subprocess
import time
from typing import NamedTuple

QUIET = 0.5  # a load average above this disturbs what is measured


class Usage(NamedTuple):
    wall: float  # seconds
    processor: float  # seconds, the system's included
    memory: float  # MB, the largest resident set


def run(command, environment=None):
    """-> Usage; subprocess.CalledProcessError where the process fails."""
    began = time.monotonic()
    pid = os.posix_spawnp(command[0], command, {**os.environ, **(environment or {})})
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise subprocess.CalledProcessError(os.waitstatus_to_exitcode(status), command)
    return Usage(time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def first_output(command):
    """Seconds from the start of a process to the first byte that it writes; fails as `run` does, and without one."""
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=0) as process:
        said = process.stdout.read(1)
        seconds = time.monotonic() - began
        process.stdout.read()
    if not said or process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return seconds


def median(runs):
    return Usage(*(statistics.median(column) for column in zip(*runs)))


def without(usage, start):
    """A run less what starting took; the memory stays."""
    return Usage(usage.wall - start.wall, usage.processor - start.processor, usage.memory)


def on_one_core(command):
    """On the last of the cores that we may use: the first has the interrupts."""
    return ["taskset", "-c", str(max(os.sched_getaffinity(0))), *command]


# What the products with bytes use, in the order in which each replaced the one before.
INSTRUCTIONS = {"avx2": "AVX2", "avx512bw": "AVX-512", "avx_vnni": "AVX-VNNI", "avx512_vnni": "AVX-512 VNNI", "amx_int8": "AMX"}


def describe(cpuinfo):
    """From the text of /proc/cpuinfo: the first processor's name, their number, what they can do."""
    fields = dict(re.findall(r"^(\S[^\t:]*)\s*: (.*)$", cpuinfo.split("\n\n")[0], re.MULTILINE))
    flags = set(fields.get("flags", "").split())
    able = [name for flag, name in INSTRUCTIONS.items() if flag in flags]
    cores = len(re.findall(r"^processor\s*:", cpuinfo, re.MULTILINE))
    return f"{fields.get('model name', 'unknown processor')}, {cores} core{'s' * (cores != 1)}; {', '.join(able) or 'no AVX2'}"


def machine():
    """A line or two to print above every figure."""
    with open("/proc/cpuinfo", encoding="utf-8") as f:
        lines = [describe(f.read())]
    load = os.getloadavg()[0]
    if load > QUIET:
        lines.append(f"WARNING: other work is being done here (load average {load:.2f}), which disturbs the times by the clock")
    return "\n".join(lines)
