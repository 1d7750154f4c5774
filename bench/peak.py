"""What the machine's arithmetic can do on one core, and how much of that the encoder's network reaches.

python -m bench.peak [PATH…] [--limit 10]
"""

import argparse
import json
import math
import os
import re
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy
import onnxruntime

from bench.reading import documents
from sayso import samples
from sayso.run import Reader

SIZE = 1024
PRODUCTS = re.compile(r"MatMul|Gemm|Attention")
FLOAT, UINT8, INT8, INT32 = 1, 2, 3, 6


def field(number: int, value: int | bytes | str) -> bytes:
    """A field of a protocol buffer."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    body = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(body)) + body


def varint(value: int) -> bytes:
    """A number as a protocol buffer has it."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def product(op: str, left: int, right: int, out: int, size: int) -> bytes:
    """A model of one product of two square matrices of these types, in ONNX."""
    shape = b"".join(field(1, field(1, size)) for _ in range(2))

    def value(name: str, kind: int) -> bytes:
        return field(1, name) + field(2, field(1, field(1, kind) + field(2, shape)))

    node = field(1, "a") + field(1, "b") + field(2, "c") + field(4, op)
    graph = field(1, node) + field(2, "product") + field(11, value("a", left)) + field(11, value("b", right))
    return field(1, 8) + field(8, field(1, "") + field(2, 13)) + field(7, graph + field(12, value("c", out)))


def session(model: bytes | str, **more: Any) -> Any:
    """A session on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"], **more)


def rate(work: Callable[[], object], operations: float, rounds: int = 12) -> float:
    """Thousand million operations a second of process time: the best round's, as another program may have disturbed the rest."""
    best = math.inf
    for _ in range(rounds):
        started = process_time()
        work()
        best = min(best, process_time() - started)
    return operations / best / 1e9


def peaks() -> dict[str, float]:
    """GFLOP/s of products of two square matrices: numpy in 32 bits, onnxruntime in 32 and in 8 bits."""
    chance = numpy.random.default_rng(1)
    a, b = (chance.standard_normal((SIZE, SIZE), dtype=numpy.float32) for _ in range(2))
    bytes_, signed = (
        chance.integers(0, 255, (SIZE, SIZE), dtype=numpy.uint8),
        chance.integers(-127, 127, (SIZE, SIZE), dtype=numpy.int8),
    )
    floats, ints = (
        session(product("MatMul", FLOAT, FLOAT, FLOAT, SIZE)),
        session(product("MatMulInteger", UINT8, INT8, INT32, SIZE)),
    )
    operations = 2.0 * SIZE**3
    return {
        "numpy, 32 bits": rate(lambda: a @ b, operations),
        "onnxruntime, 32 bits": rate(lambda: floats.run(None, {"a": a, "b": b}), operations),
        "onnxruntime, 8 bits": rate(lambda: ints.run(None, {"a": bytes_, "b": signed}), operations),
    }


def operations(event: dict[str, Any]) -> float:
    """Multiplications and additions of a node of a profile, 0 where it multiplies no matrices: as many for each number that comes out
    as the left one has columns.
    """
    if not PRODUCTS.search(event["args"].get("op_name", "")):
        return 0.0
    left, out = (next(iter(event["args"][name][0].values())) for name in ("input_type_shape", "output_type_shape"))
    return 2.0 * math.prod(out) * (left[-1] if left else 1)


def profiled(paths: list[Path], limit: int) -> tuple[Counter[str], float, float]:
    """Seconds by kind of node, operations of the products, and seconds of all reading, over articles read with all sessions profiled.

    A profile knows wall time alone; it is shortened by the share of it that this process was given of its core.
    """
    made: list[Any] = []
    plain = onnxruntime.InferenceSession

    def session_of(path: Any, options: Any = None, **more: Any) -> Any:
        options = options or onnxruntime.SessionOptions()
        options.enable_profiling = True
        options.profile_file_prefix = str(Path(folder) / f"profile{len(made)}")
        made.append(plain(path, options, **more))
        return made[-1]

    with tempfile.TemporaryDirectory() as folder:
        onnxruntime.InferenceSession = session_of
        reader = Reader.load()
        onnxruntime.InferenceSession = plain
        started, clock = process_time(), perf_counter()
        for _ in reader.read_many(documents(paths, limit)):
            pass
        whole = process_time() - started
        given = whole / (perf_counter() - clock)
        seconds: Counter[str] = Counter()
        many = 0.0
        for one in made:
            for event in json.loads(Path(one.end_profiling()).read_text()):
                if event.get("cat") == "Node" and event["name"].endswith("_kernel_time"):
                    seconds[event["args"]["op_name"]] += given * event["dur"] / 1e6
                    many += operations(event)
    return seconds, many, whole


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--limit", type=int, default=10)
    asked = parser.parse_args()
    found = peaks()
    for name, many in found.items():
        print(f"{name:22} {many:7.1f} GFLOP/s on one core")
    seconds, many, whole = profiled(asked.paths or sorted(samples.path().glob("*.jsonl")), asked.limit)
    if not seconds:
        print("no network was run: no weights are installed")
        return
    products, total = sum(each for name, each in seconds.items() if PRODUCTS.search(name)), seconds.total()
    peak = found["onnxruntime, 8 bits"]
    print(f"networks: {total:.2f} of {whole:.2f} s; products of matrices {products:.2f} s at {many / products / 1e9:.1f} GFLOP/s")
    print(
        f"share of the 8-bit peak: products {many / products / 1e9 / peak:.0%}, networks as a whole {many / total / 1e9 / peak:.0%}"
    )
    for name, each in seconds.most_common(8):
        print(f"  {name:24} {each:6.2f} s")


if __name__ == "__main__":
    main()
