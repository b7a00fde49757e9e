"""Pinyin of names, by GB/T 16159-2012 and the readings of the Standard Dictionary (现代汉语词典)."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.language.lexicon import read_lexicon
from glossary.language.pinyin import pinyin, syllables, words
from glossary.language.readings import tables
from glossary.language.syllables import joined_key, toneless

ROOT = Path(__file__).resolve().parents[3]
KNOWN_HAN = st.text(st.sampled_from([chr(code) for code in range(0x4E00, 0x9FA6)]), min_size=1)

BODIES = [
    ("河北省科学技术厅", "Héběi Shěng Kēxué Jìshùtīng"),
    ("中国社会科学院", "Zhōngguó Shèhuì Kēxuéyuàn"),
    ("中华人民共和国国家安全部", "Zhōnghuá Rénmín Gònghéguó Guójiā Ānquánbù"),
    ("国家市场监督管理总局", "Guójiā Shìchǎng Jiāndū Guǎnlǐ Zǒngjú"),
    ("国家发展和改革委员会", "Guójiā Fāzhǎn hé Gǎigé Wěiyuánhuì"),
    ("工业和信息化部", "Gōngyè hé Xìnxīhuàbù"),
    ("吕梁市人民政府办公室", "Lǚliáng Shì Rénmín Zhèngfǔ Bàngōngshì"),
    ("中国共产党中央委员会宣传部", "Zhōngguó Gòngchǎndǎng Zhōngyāng Wěiyuánhuì Xuānchuánbù"),
    ("第一机械工业部", "Dì-Yī Jīxiè Gōngyèbù"),
    ("西安交通大学", "Xī'ān Jiāotōng Dàxué"),
    # A feature's name that names another one is written whole, like Bóhǎi Wān in the rules for
    # spelling toponyms of 1984.
    ("南京市长江大桥", "Nánjīng Shì Chángjiāng Dàqiáo"),
    ("长江流域", "Cháng Jiāng Liúyù"),
    ("燕山大学", "Yānshān Dàxué"),
    ("河北省石家庄市长安区人民法院", "Héběi Shěng Shíjiāzhuāng Shì Cháng'ān Qū Rénmín Fǎyuàn"),
    ("中国航天科工集团有限公司", "Zhōngguó Hángtiān Kēgōng Jítuán Yǒuxiàn Gōngsī"),
    ("中国铁路成都局", "Zhōngguó Tiělù Chéngdūjú"),
    ("日本经济产业省", "Rìběn Jīngjì Chǎnyèshěng"),
    ("国家大剧院", "Guójiā Dàjùyuàn"),
    ("人民日报社", "Rénmín Rìbàoshè"),
    ("河北师范大学学报", "Héběi Shīfàn Dàxué Xuébào"),
    ("中国科学院计算技术研究所", "Zhōngguó Kēxuéyuàn Jìsuàn Jìshù Yánjiūsuǒ"),
    ("国防科技工业局", "Guófáng Kējì Gōngyèjú"),
    ("浙江省发改委", "Zhèjiāng Shěng Fāgǎiwěi"),
    ("国资委党组", "Guózīwěi Dǎngzǔ"),
    ("中纪委", "Zhōngjìwěi"),
    ("中国驻美国大使馆", "Zhōngguó Zhù Měiguó Dàshǐguǎn"),
    ("哈萨克斯坦驻华大使馆", "Hāsàkèsītǎn Zhù Huá Dàshǐguǎn"),
    ("驻京都总领事馆", "Zhù Jīngdū Zǒnglǐngshìguǎn"),
    ("中国心理学会", "Zhōngguó Xīnlǐ Xuéhuì"),
    ("中国药学会", "Zhōngguó Yàoxuéhuì"),
    ("上海市第一百货商店", "Shànghǎi Shì Dì-Yī Bǎihuò Shāngdiàn"),
    ("中共广州市委", "Zhōnggòng Guǎngzhōu Shìwěi"),
    ("深化党和国家机构改革方案", "Shēnhuà Dǎng hé Guójiā Jīgòu Gǎigé Fāng'àn"),
    ("九三学社", "Jiǔ-Sān Xuéshè"),
    ("仇和", "Qiú Hé"),
    ("王沪宁", "Wáng Hùníng"),
    ("国际奥林匹克委员会", "Guójì Àolínpǐkè Wěiyuánhuì"),
    ("珠江三角洲", "Zhūjiāng Sānjiǎozhōu"),
    ("中国人民银行长沙中心支行", "Zhōngguó Rénmín Yínháng Chángshā Zhōngxīn Zhīháng"),
    ("财政部会计司", "Cáizhèngbù Kuàijìsī"),
    ("浚县人民政府", "Xùnxiàn Rénmín Zhèngfǔ"),
    ("北京市朝阳区人民法院", "Běijīng Shì Cháoyáng Qū Rénmín Fǎyuàn"),
    ("广西壮族自治区人民政府", "Guǎngxī Zhuàngzú Zìzhìqū Rénmín Zhèngfǔ"),
    ("中学校长", "Zhōngxué Xiàozhǎng"),
    ("县委书记", "Xiànwěi Shūjì"),
    ("应急管理部", "Yìngjí Guǎnlǐbù"),
    ("国家税务总局大连市税务局", "Guójiā Shuìwù Zǒngjú Dàlián Shì Shuìwùjú"),
]

TITLES = [
    (
        "河北工业大学国际技术转移中心2020年工作计划",
        "Héběi Gōngyè Dàxué Guójì Jìshù Zhuǎnyí Zhōngxīn 2020 Nián Gōngzuò Jìhuà",
    ),
    ("国发〔2020〕1号", "Guófā 〔2020〕1 Hào"),
    ("关于印发《管理办法（试行）》的通知", "Guānyú Yìnfā 《Guǎnlǐ Bànfǎ （Shìxíng）》 de Tōngzhī"),
    ("中美关系", "Zhōng-Měi Guānxì"),
    ("京津冀协同发展", "Jīng-Jīn-Jì Xiétóng Fāzhǎn"),
    ("五四运动", "Wǔ-Sì Yùndòng"),
    ("十四五规划", "Shísì-Wǔ Guīhuà"),
    ("第十四个五年规划", "Dì-Shísì Gè Wǔ Nián Guīhuà"),
    ("二〇二〇年", "Èr Líng Èr Líng Nián"),
    ("第三产业", "Dì-Sān Chǎnyè"),
    ("一带一路", "Yīdài Yīlù"),
    ("复兴路", "Fùxīng Lù"),
    ("小寨路街道", "Xiǎozhàilù Jiēdào"),
    ("2030年前碳达峰行动方案", "2030 Nián Qián Tàndáfēng Xíngdòng Fāng'àn"),
    ("2019年后备干部", "2019 Nián Hòubèi Gànbù"),
    ("二〇三〇年后", "Èr Líng Sān Líng Nián Hòu"),
    ("年前慰问", "Niánqián Wèiwèn"),
    ("中国A股", "Zhōngguó A Gǔ"),
    ("COVID-19疫苗", "COVID-19 Yìmiáo"),
    ("为人民服务", "Wèi Rénmín Fúwù"),
    ("取得的成果", "Qǔdé de Chéngguǒ"),
    ("毛泽东思想", "Máo Zédōng Sīxiǎng"),
]

# Readings of the Standard Dictionary and of the bureau of toponyms' official gazetteer.
IRREGULAR_PLACES = {
    "长春市": "Chángchūn Shì",
    "长沙市": "Chángshā Shì",
    "重庆市": "Chóngqìng Shì",
    "厦门市": "Xiàmén Shì",
    "六安市": "Lù'ān Shì",
    "六合区": "Lùhé Qū",
    "六盘水市": "Liùpánshuǐ Shì",
    "蚌埠市": "Bèngbù Shì",
    "乐亭县": "Làotíng Xiàn",
    "乐陵市": "Làolíng Shì",
    "乐清市": "Yuèqīng Shì",
    "乐山市": "Lèshān Shì",
    "番禺区": "Pānyú Qū",
    "闵行区": "Mǐnháng Qū",
    "洪洞县": "Hóngtóng Xiàn",
    "涉县": "Shèxiàn",
    "蔚县": "Yùxiàn",
    "单县": "Shànxiàn",
    "莘县": "Shēnxiàn",
    "台州市": "Tāizhōu Shì",
    "天台县": "Tiāntāi Xiàn",
    "丽水市": "Líshuǐ Shì",
    "铅山县": "Yánshān Xiàn",
    "大埔县": "Dàbù Xiàn",
    "大城县": "Dàichéng Xiàn",
    "东阿县": "Dōng'ē Xiàn",
    "涡阳县": "Guōyáng Xiàn",
    "枞阳县": "Zōngyáng Xiàn",
    "荥阳市": "Xíngyáng Shì",
    "荥经县": "Yíngjīng Xiàn",
    "长葛市": "Chánggě Shì",
    "长子县": "Zhǎngzǐ Xiàn",
    "漯河市": "Luòhé Shì",
    "泌阳县": "Bìyáng Xiàn",
    "任丘市": "Rénqiū Shì",
    "济南市": "Jǐnán Shì",
    "珲春市": "Húnchūn Shì",
    "穆棱市": "Mùlíng Shì",
    "繁峙县": "Fánshì Xiàn",
    "阆中市": "Làngzhōng Shì",
    "犍为县": "Qiánwéi Xiàn",
    "筠连县": "Jūnlián Xiàn",
    "郫都区": "Pídū Qū",
    "什邡市": "Shífāng Shì",
    "曲靖市": "Qǔjìng Shì",
    "尉犁县": "Yùlí Xiàn",
    "莎车县": "Shāchē Xiàn",
    "喀什市": "Kāshí Shì",
    "柞水县": "Zhàshuǐ Xiàn",
    "吴堡县": "Wúbǔ Xiàn",
    "华阴市": "Huàyīn Shì",
    "宕昌县": "Tànchāng Xiàn",
    "称多县": "Chènduō Xiàn",
    "歙县": "Shèxiàn",
    "宿州市": "Sùzhōu Shì",
    "盱眙县": "Xūyí Xiàn",
    "宝坻区": "Bǎodǐ Qū",
    "陕西省": "Shǎnxī Shěng",
    "山西省": "Shānxī Shěng",
    "内蒙古自治区": "Nèi Měnggǔ Zìzhìqū",
    "新疆维吾尔自治区": "Xīnjiāng Wéiwú'ěr Zìzhìqū",
    "香港特别行政区": "Xiānggǎng Tèbié Xíngzhèngqū",
    "恩施土家族苗族自治州": "Ēnshī Tǔjiāzú Miáozú Zìzhìzhōu",
    "巴音郭楞蒙古自治州": "Bāyīnguōléng Měnggǔ Zìzhìzhōu",
    "积石山保安族东乡族撒拉族自治县": "Jīshíshān Bǎo'ānzú Dōngxiāngzú Sālāzú Zìzhìxiàn",
    "科尔沁左翼后旗": "Kē'ěrqìn Zuǒyì Hòuqí",
    "阿拉善左旗": "Ālāshàn Zuǒqí",
    "东乌珠穆沁旗": "Dōng Wūzhūmùqìn Qí",
    "延边朝鲜族自治州": "Yánbiān Cháoxiǎnzú Zìzhìzhōu",
    "万柏林区": "Wànbólín Qū",
}

POLYPHONES = {
    "秘书长": "Mìshūzhǎng",
    "理事长": "Lǐshìzhǎng",
    "营运长": "Yíngyùnzhǎng",
    "行长": "Hángzhǎng",
    "银行": "Yínháng",
    "行政": "Xíngzhèng",
    "行业": "Hángyè",
    "首都": "Shǒudū",
    "西藏": "Xīzàng",
    "收藏": "Shōucáng",
    "音乐": "Yīnyuè",
    "调查": "Diàochá",
    "调整": "Tiáozhěng",
    "调度": "Diàodù",
    "重点": "Zhòngdiǎn",
    "重新": "Chóngxīn",
    "重工业": "Zhònggōngyè",
    "传统": "Chuántǒng",
    "自传": "Zìzhuàn",
    "朝鲜": "Cháoxiǎn",
    "会计": "Kuàijì",
    "参考": "Cānkǎo",
    "人参": "Rénshēn",
    "发展": "Fāzhǎn",
    "发型": "Fàxíng",
    "供给": "Gōngjǐ",
    "给予": "Jǐyǔ",
    "处理": "Chǔlǐ",
    "办事处": "Bànshìchù",
    "应用": "Yìngyòng",
    "首相": "Shǒuxiàng",
    "中标": "Zhòngbiāo",
    "监察": "Jiānchá",
    "质量": "Zhìliàng",
    "量化": "Liànghuà",
    "系统": "Xìtǒng",
    "解放军": "Jiěfàngjūn",
    "一般": "Yībān",
    "不丹": "Bùdān",
}


@pytest.mark.parametrize(("han", "expected"), BODIES + TITLES)
def test_name_is_written_by_words(han: str, expected: str) -> None:
    assert pinyin(han) == expected


@pytest.mark.parametrize(("han", "expected"), IRREGULAR_PLACES.items())
def test_irregular_place_has_its_own_reading(han: str, expected: str) -> None:
    assert pinyin(han) == expected


@pytest.mark.parametrize(("han", "expected"), POLYPHONES.items())
def test_polyphone_is_read_by_its_word(han: str, expected: str) -> None:
    assert pinyin(han) == expected


@pytest.mark.parametrize(
    ("han", "expected"),
    [
        ("习近平", "Xí Jìnpíng"),
        ("欧阳修", "Ōuyáng Xiū"),
        ("司马光", "Sīmǎ Guāng"),
        ("单田芳", "Shàn Tiánfāng"),
        ("任正非", "Rén Zhèngfēi"),
        ("曾庆红", "Zēng Qìnghóng"),
        ("郭少春", "Guō Shàochūn"),
    ],
)
def test_whole_text_that_is_a_person_has_surname_first(han: str, expected: str) -> None:
    assert pinyin(han) == expected


@pytest.mark.parametrize(
    "han", ["金融司", "高等教育", "国务院", "任命书", "高新区", "马来西亚", "和平"]
)
def test_word_that_begins_like_a_surname_is_no_person(han: str) -> None:
    assert len(words(han)[0][0]) > 1


@pytest.mark.parametrize(
    ("hant", "expected"),
    [
        ("臺灣大學", "Táiwān Dàxué"),
        ("國家發展委員會", "Guójiā Fāzhǎn Wěiyuánhuì"),
        ("髮型", "Fàxíng"),
        ("乾縣", "Qiánxiàn"),
        ("乾隆", "Qiánlóng"),
        ("臺北市政府教育局", "Táiběi Shì Zhèngfǔ Jiàoyùjú"),
        ("北京大學", "Běijīng Dàxué"),
    ],
)
def test_traditional_characters_are_read_too(hant: str, expected: str) -> None:
    assert pinyin(hant) == expected


def test_foreign_name_is_one_word() -> None:
    assert pinyin("多米尼加共和国") == "Duōmǐníjiā Gònghéguó"
    assert pinyin("巴勒斯坦") == "Bālèsītǎn"


def test_syllables_have_marks_and_small_letters() -> None:
    assert syllables("西安市A股") == ["xī", "ān", "shì", "A", "gǔ"]


def test_words_keep_the_characters_of_the_text() -> None:
    assert words("臺北市A股《通知》") == [
        ("臺北", "táiběi"),
        ("市", "shì"),
        ("A", "A"),
        ("股", "gǔ"),
        ("通知", "tōngzhī"),
    ]


def test_empty_and_foreign_text_stay() -> None:
    assert pinyin("") == ""
    assert pinyin("Tai'an, 2020\n\n") == "Tai'an, 2020\n\n"


def test_unknown_character_passes_through() -> None:
    assert "\U000323b0" in pinyin("中国\U000323b0")


@given(st.text())
def test_any_text_has_pinyin_with_as_many_lines(text: str) -> None:
    assert pinyin(text).count("\n") == text.count("\n")
    assert len(syllables(text)) >= len(words(text)) - text.count(" ")


@given(KNOWN_HAN)
def test_each_han_character_has_one_syllable(han: str) -> None:
    assert len(syllables(han)) == len(han)
    assert "".join(span for span, _ in words(han)) == han


@given(KNOWN_HAN)
def test_toneless_pinyin_is_ascii_but_for_umlaut(han: str) -> None:
    plain = toneless(pinyin(han))
    assert re.fullmatch(r"[A-Za-züÜêÊ' -]+", plain), plain


@given(KNOWN_HAN)
def test_key_of_key_is_the_key(han: str) -> None:
    key = joined_key(pinyin(han))
    assert joined_key(key) == key
    assert key.isascii() or "ê" in key


def test_only_the_standard_library_is_imported() -> None:
    code = (
        "import sys; from glossary.language.pinyin import pinyin; pinyin('河北省'); "
        "print([m for m in ('pypinyin', 'jieba', 'yaml', 'opencc', 'typing', 'pathlib', 'inspect')"
        " if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_every_reading_has_one_syllable_for_each_character() -> None:
    for word, reading in tables().readings.items():
        assert len(reading.split(" ")) == len(word.lstrip("/-~")), word


def test_a_part_of_a_foreign_name_is_one_word() -> None:
    assert pinyin("迈克·蓬佩奥") == "Màikè·Péngpèi'ào"
    assert pinyin("一二·九运动") == "Yī'èr·Jiǔ Yùndòng"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("财政部税政司", "Cáizhèngbù Shuìzhèngsī"),
        ("商务部条法司", "Shāngwùbù Tiáofǎsī"),
        ("国家税务总局", "Guójiā Shuìwù Zǒngjú"),
        ("某某省国税局", "Mǒumǒu Shěng Guóshuìjú"),
    ],
)
def test_a_division_is_not_cut_by_a_character_that_may_end_a_word(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("乐清市乐成街道", "Yuèqīng Shì Yuèchéng Jiēdào"),
        ("乐清市乐成镇", "Yuèqīng Shì Yuèchéng Zhèn"),
        ("乐清市人民政府乐成街道办事处", "Yuèqīng Shì Rénmín Zhèngfǔ Yuèchéng Jiēdào Bànshìchù"),
        ("北京乐成集团", "Běijīng Lèchéng Jítuán"),
        ("乐清市乐园", "Yuèqīng Shì Lèyuán"),
    ],
)
def test_a_township_is_read_as_the_place_it_lies_in(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("无缝连轧钢管厂", "Wúfèng Liánzhá Gāngguǎnchǎng"),
        ("热连轧机组", "Rèliánzhá Jīzǔ"),
        ("冷轧薄板厂", "Lěngzhá Báobǎnchǎng"),
        ("棉花轧花厂", "Miánhuā Yàhuāchǎng"),
        ("倾轧", "Qīngyà"),
    ],
)
def test_steel_is_rolled_and_cotton_is_ginned(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("单田芳艺术中心", "Shàn Tiánfāng Yìshù Zhōngxīn"),
        ("潘天寿纪念馆", "Pān Tiānshòu Jìniànguǎn"),
        ("潘家口水库", "Pānjiākǒu Shuǐkù"),
    ],
)
def test_a_person_before_what_is_named_after_them(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("刑法修正案（十一）", "Xíngfǎ Xiūzhèng'àn （Shíyī）"),
        (
            "中国船舶工业集团公司第七○八研究所",
            "Zhōngguó Chuánbó Gōngyè Jítuán Gōngsī Dì-Qī Líng Bā Yánjiūsuǒ",
        ),
        (
            "山东省见义勇为人员奖励和保护条例",
            "Shāndōng Shěng Jiànyì-Yǒngwéi Rényuán Jiǎnglì hé Bǎohù Tiáolì",
        ),
        ("预防接种管理条例", "Yùfáng Jiēzhòng Guǎnlǐ Tiáolì"),
        ("浙江省河长制规定", "Zhèjiāng Shěng Hézhǎngzhì Guīdìng"),
        ("泄露国家秘密", "Xièlòu Guójiā Mìmì"),
    ],
)
def test_titles_of_laws(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("天合光能股份有限公司", "Tiānhé Guāngnéng Gǔfèn Yǒuxiàn Gōngsī"),
        ("深圳传音控股股份有限公司", "Shēnzhèn Chuányīn Kònggǔ Gǔfèn Yǒuxiàn Gōngsī"),
        ("云从科技集团股份有限公司", "Yúncóng Kējì Jítuán Gǔfèn Yǒuxiàn Gōngsī"),
        ("紫光国芯微电子股份有限公司", "Zǐguāng Guóxīn Wēidiànzǐ Gǔfèn Yǒuxiàn Gōngsī"),
        ("反有组织犯罪法", "Fǎn Yǒu Zǔzhī Fànzuìfǎ"),
    ],
)
def test_names_no_list_holds(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "syllable"),
    [
        ("国务院关于规范中介机构为公司公开发行股票提供服务的规定", "wèi"),
        ("关于以压缩气体为动力的枪支的批复", "wéi"),
        ("关于同意更名为农业大学的批复", "wéi"),
    ],
)
def test_wei_is_for_or_as(name: str, syllable: str) -> None:
    assert syllables(name)[name.index("为")] == syllable


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("浙江师范大学行知学院", "Zhèjiāng Shīfàn Dàxué Xíngzhī Xuéyuàn"),
        ("江苏师范大学科文学院", "Jiāngsū Shīfàn Dàxué Kēwén Xuéyuàn"),
        ("北京大学医学院", "Běijīng Dàxué Yīxuéyuàn"),
        ("加强党的执政能力建设", "Jiāqiáng Dǎng de Zhízhèng Nénglì Jiànshè"),
        ("英国保守党的政策", "Yīngguó Bǎoshǒudǎng de Zhèngcè"),
        ("朝鲜劳动党中央委员会", "Cháoxiǎn Láodòngdǎng Zhōngyāng Wěiyuánhuì"),
        ("更好发挥作用", "Gèng Hǎo Fāhuī Zuòyòng"),
        ("更大规模减税", "Gèng Dà Guīmó Jiǎnshuì"),
        ("变更登记", "Biàngēng Dēngjì"),
    ],
)
def test_colleges_the_party_and_adverbs_are_words_of_their_own(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("长沙市长郡中学", "Chángshā Shì Chángjùn Zhōngxué"),
        (
            "深圳市长亮科技股份有限公司",
            "Shēnzhèn Shì Chángliàng Kējì Gǔfèn Yǒuxiàn Gōngsī",
        ),
        ("长沙市长郡双语实验中学", "Chángshā Shì Chángjùn Shuāngyǔ Shíyàn Zhōngxué"),
        ("北京市长办公室", "Běijīng Shìzhǎng Bàngōngshì"),
        ("上海市长奖", "Shànghǎi Shìzhǎngjiǎng"),
    ],
)
def test_no_mayor_is_in_the_name_of_a_firm_or_a_school(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("斗鱼", "Dòuyú"),
        ("中国曲协", "Zhōngguó Qǔxié"),
        ("华致酒行", "Huázhì Jiǔháng"),
        (
            "油气藏地质及开发工程国家重点实验室",
            "Yóuqìcáng Dìzhì jí Kāifā Gōngchéng Guójiā Zhòngdiǎn Shíyànshì",
        ),
        ("金发科技", "Jīnfā Kējì"),
        ("中外合作摄制电影片管理规定", "Zhōngwài Hézuò Shèzhì Diànyǐngpiàn Guǎnlǐ Guīdìng"),
        ("轧差", "Gáchā"),
        ("杭州迪普科技股份有限公司", "Hángzhōu Dípǔ Kējì Gǔfèn Yǒuxiàn Gōngsī"),
        ("横琴粤澳深度合作区", "Héngqín Yuè-Ào Shēndù Hézuòqū"),
        ("自给自足", "Zìjǐ-Zìzú"),
    ],
)
def test_reading_goes_by_the_sense_of_the_word(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("深圳市法本信息技术股份有限公司", "Shēnzhèn Shì Fǎběn Xìnxī Jìshù Gǔfèn Yǒuxiàn Gōngsī"),
        ("深圳瑞华泰薄膜科技股份有限公司", "Shēnzhèn Ruìhuátài Bómó Kējì Gǔfèn Yǒuxiàn Gōngsī"),
        (
            "国泰达鸣精密机件（深圳）有限公司",
            "Guótài Dámíng Jīngmì Jījiàn （Shēnzhèn） Yǒuxiàn Gōngsī",
        ),
        (
            "国安达股份有限公司2024年年度报告",
            "Guó'āndá Gǔfèn Yǒuxiàn Gōngsī 2024 Nián Niándù Bàogào",
        ),
        ("浙江正泰电器股份有限公司", "Zhèjiāng Zhèngtài Diànqì Gǔfèn Yǒuxiàn Gōngsī"),
        ("日升实业", "Rìshēng Shíyè"),
        ("湘雅二医院", "Xiāngyǎ Èr Yīyuàn"),
        ("长江商学院", "Chángjiāng Shāngxuéyuàn"),
        ("长江航道局", "Cháng Jiāng Hángdàojú"),
        ("长江学者奖励计划", "Chángjiāng Xuézhě Jiǎnglì Jìhuà"),
        ("新鸿基地产", "Xīnhóngjī Dìchǎn"),
        ("北京国枫（深圳）律师事务所", "Běijīng Guófēng （Shēnzhèn） Lǜshī Shìwùsuǒ"),
        ("湛江久和医院", "Zhànjiāng Jiǔhé Yīyuàn"),
        ("尤尼泰振青会计师事务所", "Yóunítài Zhènqīng Kuàijìshī Shìwùsuǒ"),
        (
            "中共上海东证期货有限公司委员会",
            "Zhōnggòng Shànghǎi Dōngzhèng Qīhuò Yǒuxiàn Gōngsī Wěiyuánhuì",
        ),
    ],
)
def test_a_firms_own_name_is_one_word_or_two(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("朴茨茅斯", "Pǔcímáosī"),
        ("第勒尼安海", "Dìlèní'ān Hǎi"),
        ("长治潞州区", "Chángzhì Lùzhōu Qū"),
        ("沂蒙山", "Yíméng Shān"),
        ("沂蒙山区", "Yíméng Shānqū"),
        ("瓦拉多利德", "Wǎlāduōlìdé"),
        ("歙县二区", "Shèxiàn Èr Qū"),
        ("柠檬小镇", "Níngméng Xiǎozhèn"),
        ("现代化建设引领区", "Xiàndàihuà Jiànshè Yǐnlǐngqū"),
        ("包茂高速公路", "Bāo-Mào Gāosù Gōnglù"),
        ("准朔铁路有限责任公司", "Zhǔn-Shuò Tiělù Yǒuxiàn Zérèn Gōngsī"),
        ("安徽皖通高速公路股份有限公司", "Ānhuī Wǎntōng Gāosù Gōnglù Gǔfèn Yǒuxiàn Gōngsī"),
        ("重庆歌乐山革命纪念馆", "Chóngqìng Gēlèshān Gémìng Jìniànguǎn"),
        ("中科创达", "Zhōngkē Chuàngdá"),
        ("永光电子", "Yǒngguāng Diànzǐ"),
        ("绍兴会稽山", "Shàoxīng Kuàijī Shān"),
        ("云台山景区", "Yúntáishān Jǐngqū"),
        ("马鞍山湖东路第四小学", "Mǎ'ānshān Húdōng Lù Dì-Sì Xiǎoxué"),
        ("芜湖市繁昌县孙村镇", "Wúhú Shì Fánchāng Xiàn Sūncūn Zhèn"),
        ("巴尔喀什湖", "Bā'ěrkāshí Hú"),
        ("松山湖材料实验室", "Sōngshānhú Cáiliào Shíyànshì"),
        ("苏州市工业园区星港学校", "Sūzhōu Shì Gōngyè Yuánqū Xīnggǎng Xuéxiào"),
        (
            "北京和鼎泰知识产权代理有限公司",
            "Běijīng Hédǐngtài Zhīshi Chǎnquán Dàilǐ Yǒuxiàn Gōngsī",
        ),
        ("北京五八信息技术有限公司", "Běijīng Wǔbā Xìnxī Jìshù Yǒuxiàn Gōngsī"),
        ("中国土木工程詹天佑奖", "Zhōngguó Tǔmù Gōngchéng Zhān Tiānyòu Jiǎng"),
        ("鲁迅文学奖", "Lǔ Xùn Wénxuéjiǎng"),
        ("诺安基金", "Nuò'ān Jījīn"),
        ("沪苏湖铁路", "Hù-Sū-Hú Tiělù"),
        ("苏皖浙共建", "Sū-Wǎn-Zhè Gòngjiàn"),
        ("非遗传承体验中心", "Fēiyí Chuánchéng Tǐyàn Zhōngxīn"),
        ("北京赛微电子股份有限公司", "Běijīng Sàiwēi Diànzǐ Gǔfèn Yǒuxiàn Gōngsī"),
        ("四川和邦生物科技股份有限公司", "Sìchuān Hébāng Shēngwù Kējì Gǔfèn Yǒuxiàn Gōngsī"),
        ("长江证券资管", "Chángjiāng Zhèngquàn Zīguǎn"),
        ("种养专业合作社", "Zhòngyǎng Zhuānyè Hézuòshè"),
        ("圣马丁广场", "Shèngmǎdīng Guǎngchǎng"),
        ("青岛高速公路", "Qīngdǎo Gāosù Gōnglù"),
        ("崇文门外街道", "Chóngwénménwài Jiēdào"),
        ("江村镇卫生院", "Jiāngcūn Zhèn Wèishēngyuàn"),
        (
            "中山市人民政府五桂山街道办事处",
            "Zhōngshān Shì Rénmín Zhèngfǔ Wǔguìshān Jiēdào Bànshìchù",
        ),
        (
            "广州市白云区人民政府石井街道办事处",
            "Guǎngzhōu Shì Báiyún Qū Rénmín Zhèngfǔ Shíjǐng Jiēdào Bànshìchù",
        ),
        ("丰润区公安局左家坞派出所", "Fēngrùn Qū Gōng'ānjú Zuǒjiāwù Pàichūsuǒ"),
        ("横峰县人民法院龙门畈人民法庭", "Héngfēng Xiàn Rénmín Fǎyuàn Lóngménfàn Rénmín Fǎtíng"),
        ("公安局第一派出所", "Gōng'ānjú Dì-Yī Pàichūsuǒ"),
        ("左家坞水库", "Zuǒjiāwù Shuǐkù"),
        ("麦积山石窟", "Màijīshān Shíkū"),
        ("杭州湾跨海大桥", "Hángzhōuwān Kuàhǎi Dàqiáo"),
        ("辽宁省牛河梁遗址保护条例", "Liáoníng Shěng Niúhéliáng Yízhǐ Bǎohù Tiáolì"),
        ("横峰县龙门畈国家森林公园", "Héngfēng Xiàn Lóngménfàn Guójiā Sēnlín Gōngyuán"),
        ("加强小水库管理", "Jiāqiáng Xiǎo Shuǐkù Guǎnlǐ"),
        ("三座大桥", "Sān Zuò Dàqiáo"),
        ("宁波东钱湖旅游度假区条例", "Níngbō Dōngqiánhú Lǚyóu Dùjiàqū Tiáolì"),
        ("中华预防医学会", "Zhōnghuá Yùfáng Yīxuéhuì"),
        ("督院街派出所", "Dūyuàn Jiē Pàichūsuǒ"),
        ("长顺县长寨街道", "Chángshùn Xiàn Chángzhài Jiēdào"),
        ("无锡市锡山区安镇街道", "Wúxī Shì Xīshān Qū Ānzhèn Jiēdào"),
        ("历下区大明湖街道", "Lìxià Qū Dàmínghú Jiēdào"),
        ("睢宁县双沟镇双东村", "Suīníng Xiàn Shuānggōu Zhèn Shuāngdōngcūn"),
        ("佛山市公安局南海分局", "Fóshān Shì Gōng'ānjú Nánhǎi Fēnjú"),
        ("深圳湾口岸", "Shēnzhènwān Kǒu'àn"),
        ("考察工作时所提问题", "Kǎochá Gōngzuò Shí Suǒ Tí Wèntí"),
        ("安平县周城镇人民政府", "Ānpíng Xiàn Zhōuchéng Zhèn Rénmín Zhèngfǔ"),
        ("各乡镇人民政府", "Gè Xiāngzhèn Rénmín Zhèngfǔ"),
        ("上海龙旗科技股份有限公司", "Shànghǎi Lóngqí Kējì Gǔfèn Yǒuxiàn Gōngsī"),
        ("深信服科技股份有限公司", "Shēnxìnfú Kējì Gǔfèn Yǒuxiàn Gōngsī"),
        ("陕西泰丰盛合控股集团有限公司", "Shǎnxī Tàifēng Shènghé Kònggǔ Jítuán Yǒuxiàn Gōngsī"),
        ("重庆银保监局", "Chóngqìng Yínbǎojiānjú"),
        ("青岛港集团", "Qīngdǎogǎng Jítuán"),
        ("归兰水族乡人民调解委员会", "Guīlán Shuǐzú Xiāng Rénmín Tiáojiě Wěiyuánhuì"),
        ("新鸿基地产发展有限公司", "Xīnhóngjī Dìchǎn Fāzhǎn Yǒuxiàn Gōngsī"),
        ("太平鸟集团", "Tàipíngniǎo Jítuán"),
        ("董存瑞烈士陵园", "Dǒng Cúnruì Lièshì Língyuán"),
        ("全国政协原常委", "Quánguó Zhèngxié Yuán Chángwěi"),
        ("皖浙赣协作", "Wǎn-Zhè-Gàn Xiézuò"),
        ("赤水长歌", "Chìshuǐ Chánggē"),
        ("新征程上看中国", "Xīnzhēngchéng Shàng Kàn Zhōngguó"),
    ],
)
def test_a_name_no_list_holds_is_cut_where_its_feature_begins(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("直属机关工委", "Zhíshǔ Jīguān Gōngwěi"),
        ("高层建筑消防管理规定", "Gāocéng Jiànzhù Xiāofáng Guǎnlǐ Guīdìng"),
        ("南京江北新区", "Nánjīng Jiāngběi Xīnqū"),
        ("海南行政区", "Hǎinán Xíngzhèngqū"),
        ("来宾市融媒体中心", "Láibīn Shì Róngméitǐ Zhōngxīn"),
        ("川西北乡村人居环境研究中心", "Chuānxīběi Xiāngcūn Rénjū Huánjìng Yánjiū Zhōngxīn"),
        ("武宣县三江口新区", "Wǔxuān Xiàn Sānjiāngkǒu Xīnqū"),
        ("党委学工部", "Dǎngwěi Xuégōngbù"),
        ("沿边产业创新带建设规划", "Yánbiān Chǎnyè Chuàngxīndài Jiànshè Guīhuà"),
        ("塑料购物袋有偿使用管理办法", "Sùliào Gòuwùdài Yǒucháng Shǐyòng Guǎnlǐ Bànfǎ"),
        ("内外贸一体化", "Nèi-Wàimào Yītǐhuà"),
        ("深圳湾实验室", "Shēnzhènwān Shíyànshì"),
        ("三亚市崖州湾科技城", "Sānyà Shì Yázhōuwān Kējìchéng"),
        ("许昌恒源发制品股份有限公司", "Xǔchāng Héngyuán Fàzhìpǐn Gǔfèn Yǒuxiàn Gōngsī"),
        ("中欧班列", "Zhōng-Ōu Bānliè"),
        ("全民禁毒宣传月活动", "Quánmín Jìndú Xuānchuányuè Huódòng"),
        ("2020年3月工作计划", "2020 Nián 3 Yuè Gōngzuò Jìhuà"),
        ("微处理器研究开发中心", "Wēichǔlǐqì Yánjiū Kāifā Zhōngxīn"),
        ("顾村镇生态公益林项目", "Gùcūn Zhèn Shēngtài Gōngyìlín Xiàngmù"),
        ("古村镇保护规划", "Gǔ Cūnzhèn Bǎohù Guīhuà"),
        ("铜陵市郊区人民政府", "Tónglíng Shì Jiāoqū Rénmín Zhèngfǔ"),
        ("市郊铁路", "Shìjiāo Tiělù"),
        ("永暑礁", "Yǒngshǔ Jiāo"),
        ("曾母暗沙海域", "Zēngmǔ Ànshā Hǎiyù"),
        ("珊瑚礁保护", "Shānhújiāo Bǎohù"),
        ("关于修改等六部法律的决定", "Guānyú Xiūgǎi Děng Liù Bù Fǎlǜ de Juédìng"),
        ("中华人民共和国船舶吨税法", "Zhōnghuá Rénmín Gònghéguó Chuánbó Dūnshuìfǎ"),
    ],
)
def test_words_of_four_syllables_and_more_are_divided_and_heads_join(
    name: str, expected: str
) -> None:
    assert pinyin(name) == expected


def test_no_listed_word_of_four_characters_is_two_listed_words() -> None:
    """GB/T 16159-2012 writes the words of a compound of four syllables or more apart."""
    # A prefix or a head of one syllable makes these: 副 总经理, 基因组 学, 中小学 生, 自来水 厂.
    one_word = {"副总参谋长", "副总经理", "基因组学", "中小学生", "自来水厂"}
    # Idioms, listed for their readings.
    idioms = {"各行各业"}
    known = tables()
    lexicon = read_lexicon(ROOT / "seeds")

    def is_common(word: str) -> bool:
        return known.cost_of(word) < 150 and word not in lexicon.places

    undivided = {
        word
        for word in lexicon.words
        if word not in lexicon.parts
        and not known.union("transliteration", "transliteration_weak").issuperset(word)
        and any(is_common(word[:at]) and is_common(word[at:]) for at in range(2, len(word) - 1))
    }
    assert undivided == one_word | idioms
