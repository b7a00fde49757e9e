"""English keys: which writings of one name meet, and which names never do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.language.english import english_key

SAME = [
    ("Ministry of Science and Technology", "The Ministry of Science & Technology"),
    ("Ministry of Science and Technology", "ministry of science AND technology"),
    ("Ministry of Science and Technology", "Ｍinistry of　Science and Technology"),
    ("Ministry of Science and Technology", "Ministry of Sci-Tech"),
    ("Ministry of Science and Technology", "Ministry of S&T"),
    ("Ministry of Science and Technology", "Ministry of Sci&Tech"),
    ("Ministry of Science and Technology", "Ministry of Sci. and Tech."),
    ("Ministry of Science and Technology", "Ministry of Science and Technology (MOST)"),
    ("Ministry of Science and Technology", "Min. of Science and Technology"),
    ("Ministry of Commerce, PRC", "Ministry of Commerce of the PRC"),
    ("Ministry of Commerce, PRC", "Ministry of Commerce of PRC"),
    ("Ministry of Commerce, PRC", "Ministry of Commerce of the People's Republic of China"),
    ("Ministry of Commerce, PRC", "Ministry of Commerce of the People’s Republic of China"),
    ("Ministry of Commerce, PRC", "Ministry of Commerce, P.R.C."),
    ("Ministry of Commerce, PRC", "Ministry of Commerce, P.R. China"),
    ("People's Republic of China", "the PRC"),
    ("Communist Party of China", "CPC"),
    ("Communist Party of China", "CCP"),
    ("Communist Party of China", "Chinese Communist Party"),
    ("Communist Party of China", "Chinese Communist Party (CCP)"),
    ("Communist Party of China", "China's Communist Party"),
    ("Communist Party of China", "The Communist Party of China (CPC)"),
    ("CCP Central Committee", "CPC Central Committee"),
    ("Hebei Provincial Department of Commerce", "Hebei Province's Dept. of Commerce"),
    ("Hebei Provincial Department of Commerce", "Hebei Province Dep't of Commerce"),
    ("Shanghai Municipal Government", "Shanghai Municipality's Gov't"),
    ("Guangxi Zhuang Autonomous Regional Government", "Guangxi Zhuang Autonomous Region Govt."),
    ("International Technology Transfer Center", "Int'l Technology Transfer Centre"),
    ("International Technology Transfer Center", "Intl. Technology Transfer Ctr"),
    ("Labour Programme", "Labor Program"),
    ("Ministry of National Defense", "Ministry of National Defence"),
    ("Organisation for Standardisation", "Organization for Standardization"),
    ("National Health Commission", "Nat'l Health Commission"),
    ("Peking University", "Peking Univ."),
    ("State Admin. for Market Mgmt", "State Administration for Market Management"),
    ("State Administration of Foreign Experts Affairs", "State Administration of Foreign Expert Affairs"),
    ("State Administration of Foreign Experts Affairs", "State Administration of Foreign Experts' Affairs"),
    ("Chinese Academy of Sciences", "Chinese Academy of Science"),
    ("Chinese Academy of Social Sciences (CASS)", "Chinese Academy of Social Sciences"),
    ("Regulations on Foreign Affairs", "Regulation on Foreign Affairs"),
    ("14th Five-Year Plan", "Fourteenth Five-year Plan"),
    ("14th Five-Year Plan", "The Fourteenth Five–Year Plan"),
    ("First Intermediate People's Court", "No. 1 Intermediate Peoples Court"),
    ("First Intermediate People's Court", "1st Intermediate People’s Court"),
    ("Twenty-First Group Army", "21st Group Army"),
    ("Hebei Cooperation Base", "Hebei Co-operation Base"),
    ("China North Industries Corp. Ltd", "China North Industries Corporation Limited"),
    ("ABC Co., Ltd.", "ABC Company Limited"),
    ("Xi'an Jiaotong University", "Xi’an Jiao Tong University"),
    ("Université Paris-Saclay", "universite paris saclay"),
    ("University of Macau", "University of Macao"),
    ("Hebei University of Technology (HEBUT)", "Hebei University of Technology"),
    ("China Association for International Exchange of Personnel (CAIEP)",
     "china association for international exchange of personnel (caiep)"),
    ("Beihang University (BUAA)", "Beihang University"),
    ("Subdistrict Office", "Sub-district Office"),
]  # fmt: skip

APART = [
    ("Hebei", "Hubei"),
    ("Henan Provincial Government", "Hunan Provincial Government"),
    ("Shanxi", "Shaanxi"),
    ("Chinese Academy of Sciences", "Chinese Academy of Social Sciences"),
    ("University of Jinan", "Jinan University"),
    ("China Securities Regulatory Commission", "China Security Regulatory Commission"),
    ("China Medical University", "Chinese Medical University"),
    ("Ministry of Commerce", "Ministry of Commerce, PRC"),
    ("Republic of China", "People's Republic of China"),
    ("Wu'an City People's Government", "Wu'an Municipal People's Government"),
    ("14th Five-Year Plan", "15th Five-Year Plan"),
    ("14 Points", "14th Points"),
    ("Bank of China (Hong Kong)", "Bank of China"),
    ("Bank of China (HK)", "Bank of China"),
    ("Measures for Prices (Trial)", "Measures for Prices"),
    ("China Academy of Art", "China Academy of Arts"),
    ("MOST", "Ministry of Science and Technology"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_writings_of_one_name_meet(one: str, other: str) -> None:
    assert english_key(one) == english_key(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert english_key(one) != english_key(other)


def test_a_key_reads_like_the_name() -> None:
    assert english_key("The Dept. of Sci & Tech, Hebei Province") == (
        "department of science and technology hebei provincial"
    )


@pytest.mark.parametrize(
    ("text", "key"),
    [("", ""), ("!!!", "!!!"), ("The", "the"), ("Московский университет", "московский университет"),
     ("한국과학기술원", "한국과학기술원"), ("جامعة القاهرة", "جامعة القاهرة"), ("हिन्दी", "हिन्दी")],
)  # fmt: skip
def test_other_texts_keep_their_words(text: str, key: str) -> None:
    assert english_key(text) == key


WORDS = st.sampled_from(
    "Hebei Provincial Department of Science and Technology the Université Centre People's Dept 14th First Co "
    "No 1 & - , Sci-Tech PRC CPC (MOST) Ürümqi Municipal".split()
)


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_case_width_and_spaces_do_not_count(text: str) -> None:
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)
    key = english_key(text)
    assert english_key(wide) == key
    assert english_key("  " + text.replace(" ", "   ")) == key
    if "(" not in text:
        assert english_key(text.upper()) == english_key(text.lower()) == key


@given(st.text())
def test_any_text_has_a_key(text: str) -> None:
    assert bool(english_key(text)) == bool(english_key(english_key(text)))


def test_a_number_of_any_length_has_a_key() -> None:
    assert english_key("No. " + "9" * 5000).endswith("99th")
