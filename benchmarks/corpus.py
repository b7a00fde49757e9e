"""Entries made up from real places and real sorts of bodies and documents, the same ones every time.

A place of GB/T 2260 (``find_places`` reads the table made from ``seeds/places``) is joined to a department, a division of
one, a document, a school or a university. None of the entries is a fact: they are names such as there are, in number. The
smaller corpus is the beginning of the larger one.

    517 offices and divisions   323 documents   91 departments   65 schools   4 universities   of every thousand

Pinyin and traditional characters are composed from those of the parts, keys come from ``language.keys`` as for any entry,
and the prepared lines are kept in the system's folder for temporary files, since a million take minutes to make.

**Bias to know.** The names are composed: few distinct words, each in very many names. That is hard for full-text search
and easy for a table of words. Real names vary more.
"""

from __future__ import annotations

import hashlib
import os
import random
import tempfile
from dataclasses import dataclass
from itertools import islice

from glossary.language import keys
from glossary.language.convert import convert
from glossary.language.keys import name_keys
from glossary.language.pinyin import pinyin, syllables
from glossary.language.places import find_places
from glossary.store import prepared
from glossary.store.prepared import Prepared, dump, from_line, to_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Made", "iter_made", "iter_prepared", "prepared_file", "sample"]

SEED = 20261124

DEPARTMENTS = """
办公厅|General Office;发展和改革委员会|Development and Reform Commission;教育厅|Department of Education
科学技术厅|Department of Science and Technology;工业和信息化厅|Department of Industry and Information Technology
民族宗教事务委员会|Ethnic and Religious Affairs Commission;公安厅|Department of Public Security;民政厅|Department of Civil Affairs
司法厅|Department of Justice;财政厅|Department of Finance;人力资源和社会保障厅|Department of Human Resources and Social Security
自然资源厅|Department of Natural Resources;生态环境厅|Department of Ecology and Environment
住房和城乡建设厅|Department of Housing and Urban-Rural Development;交通运输厅|Department of Transport;水利厅|Department of Water Resources
农业农村厅|Department of Agriculture and Rural Affairs;商务厅|Department of Commerce;文化和旅游厅|Department of Culture and Tourism
卫生健康委员会|Health Commission;退役军人事务厅|Department of Veterans Affairs;应急管理厅|Department of Emergency Management
审计局|Audit Office;外事办公室|Foreign Affairs Office;国有资产监督管理委员会|State-owned Assets Supervision and Administration Commission
市场监督管理局|Administration for Market Regulation;广播电视局|Radio and Television Administration;体育局|Sports Bureau
统计局|Bureau of Statistics;医疗保障局|Healthcare Security Administration;地方金融监督管理局|Local Financial Supervision and Administration Bureau
信访局|Bureau of Letters and Calls;粮食和物资储备局|Food and Strategic Reserves Administration;能源局|Energy Administration
林业和草原局|Forestry and Grassland Administration;知识产权局|Intellectual Property Office;药品监督管理局|Medical Products Administration
人民防空办公室|Civil Air Defence Office;档案局|Archives Bureau;机关事务管理局|Government Offices Administration
税务局|Tax Service;气象局|Meteorological Bureau;烟草专卖局|Tobacco Monopoly Administration;供销合作社|Supply and Marketing Cooperative
科学技术协会|Association for Science and Technology;妇女联合会|Women's Federation;总工会|Federation of Trade Unions
工商业联合会|Federation of Industry and Commerce;归国华侨联合会|Federation of Returned Overseas Chinese;残疾人联合会|Disabled Persons' Federation
"""
DIVISIONS = """
办公室|General Office;人事处|Personnel Division;政策法规处|Policies and Regulations Division;财务处|Finance Division
规划处|Planning Division;机关党委|Party Committee;离退休干部处|Retired Officials Division;国际合作处|International Cooperation Division
宣传处|Publicity Division;综合处|General Affairs Division;监察室|Supervision Office;审批处|Administrative Approval Division
安全监管处|Safety Supervision Division;信息中心|Information Centre;统计处|Statistics Division;基础设施处|Infrastructure Division
人才工作处|Talent Work Division;科技处|Science and Technology Division;执法总队|Law Enforcement Corps;后勤服务中心|Logistics Service Centre
研究室|Research Office;督查处|Inspection Division;干部培训中心|Officials Training Centre;对外联络处|External Liaison Division
社会组织处|Social Organisations Division;价格处|Pricing Division;贸易处|Trade Division;产业处|Industry Division
"""
SUBJECTS = """
食品安全|Food Safety;城市绿化|Urban Greening;水土保持|Water and Soil Conservation;道路交通安全|Road Traffic Safety;消防|Fire Protection
物业|Property Services;养老服务|Elderly Care Services;学前教育|Preschool Education;义务教育|Compulsory Education;职业教育|Vocational Education
外国专家|Foreign Experts;引进人才|Introduction of Talent;科学技术奖励|Science and Technology Awards;专利保护|Patent Protection
招标投标|Bidding;政府采购|Government Procurement;国有土地|State-owned Land;矿产资源|Mineral Resources;大气污染防治|Air Pollution Control
水污染防治|Water Pollution Control;固体废物|Solid Waste;噪声污染防治|Noise Pollution Control;文物保护|Protection of Cultural Relics
非物质文化遗产|Intangible Cultural Heritage;旅游|Tourism;公共图书馆|Public Libraries;全民健身|National Fitness;志愿服务|Voluntary Service
社会保险|Social Insurance;工资支付|Wage Payment;劳动合同|Labour Contracts;失业保险|Unemployment Insurance;住房公积金|Housing Provident Fund
租赁住房|Rental Housing;城市供水|Urban Water Supply;燃气|Gas;供热|Heating;排水|Drainage;农村公路|Rural Roads;出租汽车|Taxis
渔业|Fisheries;种子|Seeds;农药|Pesticides;动物防疫|Animal Epidemic Prevention;森林防火|Forest Fire Prevention;湿地保护|Wetland Protection
气象灾害防御|Meteorological Disaster Prevention;地震监测|Earthquake Monitoring;档案|Archives;地方志|Local Chronicles;宗教事务|Religious Affairs
民族团结|Ethnic Unity;华侨权益|Rights of Overseas Chinese;残疾人保障|Protection of Persons with Disabilities;未成年人保护|Protection of Minors
电子商务|Electronic Commerce;数据资源|Data Resources;网络安全|Network Security;中小企业|Small and Medium-sized Enterprises
"""
DOCUMENTS = """
管理办法|Measures for the Administration of {};管理条例|Regulations on the Administration of {};工作规定|Provisions on {}
实施细则|Implementing Rules on {};发展规划|Development Plan for {};行动计划|Action Plan on {};暂行规定|Interim Provisions on {}
若干措施|Several Measures on {};工作条例|Working Regulations on {};实施意见|Implementing Opinions on {}
"""
SCHOOLS = """
第一中学|No. 1 Middle School;第二中学|No. 2 Middle School;第三中学|No. 3 Middle School;第五中学|No. 5 Middle School
第九中学|No. 9 Middle School;第十二中学|No. 12 Middle School;高级中学|Senior High School;实验中学|Experimental Middle School
实验小学|Experimental Primary School;第一小学|No. 1 Primary School;第三小学|No. 3 Primary School;中心小学|Central Primary School
幼儿园|Kindergarten;职业技术学校|Vocational and Technical School;特殊教育学校|Special Education School;外国语学校|Foreign Languages School
卫生学校|Health School;体育学校|Sports School;艺术学校|Art School;农业学校|Agricultural School;师范学校|Normal School
民族中学|Ethnic Middle School;育才中学|Yucai Middle School;成人教育中心|Adult Education Centre
"""
UNIVERSITIES = """
大学|University;工业大学|University of Technology;师范大学|Normal University;医科大学|Medical University;农业大学|Agricultural University
理工大学|University of Science and Technology;财经大学|University of Finance and Economics;外国语大学|University of Foreign Languages
中医药大学|University of Chinese Medicine;交通大学|Jiaotong University;林业大学|Forestry University;职业技术学院|Vocational and Technical College
师范学院|Normal College;医学院|Medical College;科技学院|College of Science and Technology;艺术学院|College of Arts
"""
SHARES = (
    ("division", 517),
    ("document", 323),
    ("department", 91),
    ("school", 65),
    ("university", 4),
)


@dataclass(frozen=True)
class Part:
    """A part of a name: Chinese, English, traditional characters, pinyin by words, syllables."""

    zh: str
    en: str
    hant: str
    pinyin: str
    syllables: tuple[str, ...]


@dataclass(frozen=True)
class Made:
    """A name made up, in English and Chinese, with the facts of its entry."""

    sort: str
    zh: str
    en: str
    hant: str
    pinyin: str
    syllables: tuple[str, ...]
    place: str


def _part(zh: str, en: str) -> Part:
    return Part(zh, en, convert(zh, "zh-Hant"), pinyin(zh), tuple(syllables(zh)))


def _parts(text: str) -> list[Part]:
    rows = (item.split("|") for line in text.split("\n") for item in line.split(";") if item)
    return [_part(zh, en) for zh, en in rows]


def _places() -> list[tuple[str, Part]]:
    """Code and name of every place; a county goes with the city or the province it lies in."""
    rows = find_places("", 10_000)
    names = {code: (zh, en) for code, zh, en in rows}
    found = []
    for code, zh, en in rows:
        above = names.get(f"{code[:4]}00") or names.get(f"{code[:2]}0000")
        if above and above[0] != zh:
            zh, en = above[0] + zh, f"{en}, {above[1]}"
        found.append((code, _part(zh, en)))
    return found


def _joined(sort: str, code: str, parts: list[Part], en: str) -> Made:
    return Made(
        sort,
        "".join(part.zh for part in parts),
        en,
        "".join(part.hant for part in parts),
        " ".join(part.pinyin for part in parts),
        tuple(syllable for part in parts for syllable in part.syllables),
        code,
    )


def iter_made() -> Iterator[Made]:
    """Yield names without end, no Chinese or English one twice, always the same ones."""
    chance = random.Random(SEED)
    places = _places()
    departments, divisions, schools = _parts(DEPARTMENTS), _parts(DIVISIONS), _parts(SCHOOLS)
    subjects, documents, universities = _parts(SUBJECTS), _parts(DOCUMENTS), _parts(UNIVERSITIES)
    large = [(code, part) for code, part in places if code.endswith("00")]
    sorts, weights = [sort for sort, _ in SHARES], [share for _, share in SHARES]
    seen: set[int] = set()
    while True:
        sort = chance.choices(sorts, weights)[0]
        code, place = chance.choice(large if sort == "university" else places)
        if sort in ("department", "division"):
            body = chance.choice(departments)
            made = _joined(sort, code, [place, body], f"{body.en} of {place.en}")
            if sort == "division":
                part = chance.choice(divisions)
                made = _joined(sort, code, [place, body, part], f"{part.en}, {made.en}")
        elif sort == "document":
            subject, document = chance.choice(subjects), chance.choice(documents)
            en = f"{document.en.format(subject.en)} of {place.en}"
            made = _joined(sort, code, [place, subject, document], en)
        else:
            kind = chance.choice(schools if sort == "school" else universities)
            made = _joined(sort, code, [place, kind], f"{place.en} {kind.en}")
        marks = {hash(made.zh), hash(made.en)}
        if seen.isdisjoint(marks):
            seen |= marks
            yield made


_WEIGHT = 10
"""Of a preferred name in full of what is no body of the centre, as ``store.standing`` has it."""


def _entry(number: int, made: Made) -> Prepared:
    """The rows of an entry, as ``prepare`` makes them from the same record."""
    document = made.sort == "document"
    record: dict[str, object] = {
        "id": f"made-{number}",
        "kind": "document" if document else "body",
        "names": [
            {"text": made.en, "lang": "en", "usage": "preferred", "evidence": "unsourced"},
            {
                "text": made.zh,
                "lang": "zh-Hans",
                "usage": "preferred",
                "evidence": "unsourced",
                "renderings": {
                    "zh-Latn-pinyin": {"text": made.pinyin, "generated": True},
                    "zh-Hant": {"text": made.hant, "generated": True},
                },
            },
        ],
    }
    if not document:
        record["body"] = {"place": made.place}
    both = (
        ("en", name_keys(made.en, "en")),
        ("zh-Hans", name_keys(made.zh, "zh-Hans", made.pinyin, made.syllables)),
    )
    rows = []
    for at, (lang, found) in enumerate(both):
        turned = found.turned if found.turned != found.exact else ""
        bare = found.pinyin_bare if found.pinyin_bare != found.pinyin else ""
        short = found.initials_bare if found.initials_bare != found.initials else ""
        rows.append(
            (
                *(
                    at,
                    lang,
                    _WEIGHT,
                    found.exact,
                    turned or None,
                    found.pinyin or None,
                    bare or None,
                ),
                *(found.initials or None, short or None, found.words, None, None),
            )
        )
    return Prepared(
        str(record["id"]),
        str(record["kind"]),
        "approved",
        None,
        None if document else made.place,
        "unsourced",
        dump(record),
        tuple(rows),
        (),
        (),
        (),
    )


def _files_of(folder: str) -> list[str]:
    """The modules and tables of a package: what the keys of the entries follow from."""
    found = [
        os.path.join(above, name)
        for above, _, names in os.walk(folder)
        for name in names
        if not name.endswith(".pyc")
    ]
    return sorted(found)


def prepared_file(size: int) -> str:
    """Return the path of a file of so many prepared entries, one a line, made where it is not there yet.

    A larger one of the same make is used where there is one.
    """
    make = hashlib.sha256(str(SEED).encode())
    for path in [__file__, prepared.__file__, *_files_of(os.path.dirname(keys.__file__))]:
        with open(path, "rb") as source:
            make.update(source.read())
    folder = os.path.join(tempfile.gettempdir(), f"zhengming-corpus-{make.hexdigest()[:12]}")
    os.makedirs(folder, exist_ok=True)
    for there in (10_000, 100_000, 1_000_000):
        if there >= size and os.path.exists(os.path.join(folder, f"{there}.jsonl")):
            return os.path.join(folder, f"{there}.jsonl")
    target = os.path.join(folder, f"{size}.jsonl")
    if not os.path.exists(target):
        with open(f"{target}.part", "w", encoding="utf-8") as file:
            for number, made in enumerate(islice(iter_made(), size), 1):
                file.write(to_line(_entry(number, made)) + "\n")
        os.replace(f"{target}.part", target)
    return target


def iter_prepared(size: int) -> Iterator[Prepared]:
    """Yield so many prepared entries, from the file."""
    with open(prepared_file(size), encoding="utf-8") as file:
        for line in islice(file, size):
            yield from_line(line)


def sample(size: int, count: int) -> list[Prepared]:
    """Return some of the first ``size`` entries, chosen by lot, always the same ones."""
    wanted = set(random.Random(SEED).sample(range(size), min(count, size)))
    with open(prepared_file(size), encoding="utf-8") as file:
        lines = [line for at, line in enumerate(islice(file, size)) if at in wanted]
    return [from_line(line) for line in lines]
