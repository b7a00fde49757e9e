"""Which characters join which words in pinyin: levels of government, persons, roads, trades, heads that begin a word.

Expectations are written by hand from GB/T 16159-2012 and docs/decisions/0003-pinyin.md.
"""

from __future__ import annotations

import pytest

from glossary.language.pinyin import pinyin


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("关于县人民政府领导分工的通知", "Guānyú Xiàn Rénmín Zhèngfǔ Lǐngdǎo Fēngōng de Tōngzhī"),
        ("关于授权省人民政府的决定", "Guānyú Shòuquán Shěng Rénmín Zhèngfǔ de Juédìng"),
        (
            "关于区和乡镇人民代表大会的规定",
            "Guānyú Qū hé Xiāngzhèn Rénmín Dàibiǎo Dàhuì de Guīdìng",
        ),
        ("上思县委书记", "Shàngsī Xiànwěi Shūjì"),
        ("佛山市三水区委书记", "Fóshān Shì Sānshuǐ Qūwěi Shūjì"),
        ("三水区委员会", "Sānshuǐ Qū Wěiyuánhuì"),
        ("原华亭县人民政府", "Yuán Huátíng Xiàn Rénmín Zhèngfǔ"),
        ("代县长", "Dài Xiànzhǎng"),
        # What joins a common word still does.
        ("日本经济产业省", "Rìběn Jīngjì Chǎnyèshěng"),
        ("国家级贫困县名单", "Guójiājí Pínkùnxiàn Míngdān"),
    ],
)
def test_a_level_of_government_stands_before_its_organs(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("关于王建国同志任职的通知", "Guānyú Wáng Jiànguó Tóngzhì Rènzhí de Tōngzhī"),
        ("关于谢清顺等同志任免的通知", "Guānyú Xiè Qīngshùn Děng Tóngzhì Rènmiǎn de Tōngzhī"),
        ("县委书记张晓铿", "Xiànwěi Shūjì Zhāng Xiǎokēng"),
        ("县委书记张毅到县纪委调研", "Xiànwěi Shūjì Zhāng Yì Dào Xiàn Jìwěi Diàoyán"),
        # No person: what a chairman does, and comrades of a kind.
        ("主席团会议", "Zhǔxítuán Huìyì"),
        ("老同志活动中心", "Lǎotóngzhì Huódòng Zhōngxīn"),
    ],
)
def test_a_person_beside_what_they_are_called_has_the_surname_apart(
    name: str, expected: str
) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("推动车网互动应用试点", "Tuīdòng Chēwǎng Hùdòng Yìngyòng Shìdiǎn"),
        ("促进茶产业发展条例", "Cùjìn Chá Chǎnyè Fāzhǎn Tiáolì"),
        ("禁止洋垃圾入境", "Jìnzhǐ Yáng Lājī Rùjìng"),
        # Heads of bodies join a verb, and any head another word.
        ("促进局", "Cùjìnjú"),
        ("农业技术推广站", "Nóngyè Jìshù Tuīguǎngzhàn"),
        ("社会保障卡", "Shèhuì Bǎozhàngkǎ"),
        ("预付卡管理条例", "Yùfùkǎ Guǎnlǐ Tiáolì"),
    ],
)
def test_a_head_behind_a_verb_rather_begins_what_follows(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("石家庄市新华区健康街", "Shíjiāzhuāng Shì Xīnhuá Qū Jiànkāng Jiē"),
        ("无锡市槐树巷", "Wúxī Shì Huáishù Xiàng"),
        ("江汉路步行街", "Jiānghàn Lù Bùxíngjiē"),
        ("三房巷集团有限公司", "Sānfángxiàng Jítuán Yǒuxiàn Gōngsī"),
        ("大连长兴岛经济技术开发区", "Dàlián Chángxīngdǎo Jīngjì Jìshù Kāifāqū"),
        ("城市和镇控制性规划", "Chéngshì hé Zhèn Kòngzhìxìng Guīhuà"),
        ("渤海国际", "Bóhǎi Guójì"),
        ("泰山石油", "Tàishān Shíyóu"),
        ("东海中路", "Dōnghǎi Zhōnglù"),
        ("雁栖湖生态发展示范区", "Yànqīhú Shēngtài Fāzhǎn Shìfànqū"),
        ("日本海俄罗斯专属经济区", "Rìběn Hǎi Éluósī Zhuānshǔ Jīngjìqū"),
    ],
)
def test_streets_and_features_stand_apart_unless_something_is_called_after_them(
    name: str, expected: str
) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("陕西富县绿平果业有限责任公司", "Shǎnxī Fùxiàn Lǜpíng Guǒyè Yǒuxiàn Zérèn Gōngsī"),
        ("湖南天柱山禽业股份有限公司", "Húnán Tiānzhùshān Qínyè Gǔfèn Yǒuxiàn Gōngsī"),
        ("天津金钟农副产品有限公司", "Tiānjīn Jīnzhōng Nóngfù Chǎnpǐn Yǒuxiàn Gōngsī"),
        ("唐山养殖业有限公司", "Tángshān Yǎngzhíyè Yǒuxiàn Gōngsī"),
    ],
)
def test_a_trade_of_one_character_and_ye_stands_behind_the_firms_own_name(
    name: str, expected: str
) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("沁河流域水污染防治条例", "Qìn Hé Liúyù Shuǐwūrǎn Fángzhì Tiáolì"),
        ("广州市流溪河流域保护条例", "Guǎngzhōu Shì Liúxī Hé Liúyù Bǎohù Tiáolì"),
        ("赤水河流域", "Chìshuǐ Hé Liúyù"),
        ("江苏省内河水域船舶管理条例", "Jiāngsū Shěng Nèihé Shuǐyù Chuánbó Guǎnlǐ Tiáolì"),
        ("浙江天目山", "Zhèjiāng Tiānmù Shān"),
        ("天目山镇人民政府", "Tiānmùshān Zhèn Rénmín Zhèngfǔ"),
        ("北部湾大学", "Běibùwān Dàxué"),
        ("清远市清新区人民政府", "Qīngyuǎn Shì Qīngxīn Qū Rénmín Zhèngfǔ"),
        ("南开沧州渤海新区", "Nánkāi Cāngzhōu Bóhǎi Xīnqū"),
    ],
)
def test_a_water_stands_apart_before_its_basin_and_a_place_before_a_place(
    name: str, expected: str
) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("厦门大学王亚南经济研究院", "Xiàmén Dàxué Wáng Yànán Jīngjì Yánjiūyuàn"),
        ("南京大学匡亚明学院", "Nánjīng Dàxué Kuāng Yàmíng Xuéyuàn"),
        ("哈佛大学费正清中国研究中心", "Hāfó Dàxué Fèi Zhèngqīng Zhōngguó Yánjiū Zhōngxīn"),
        # No persons: a college's own name of two characters, a place, a word.
        ("复旦大学任重书院", "Fùdàn Dàxué Rènzhòng Shūyuàn"),
        ("江南大学马山校区", "Jiāngnán Dàxué Mǎshān Xiàoqū"),
        ("清华大学高等研究院", "Qīnghuá Dàxué Gāoděng Yánjiūyuàn"),
    ],
)
def test_what_a_university_named_after_a_person_has_the_surname_apart(
    name: str, expected: str
) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("宁夏泰瑞制药股份有限公司", "Níngxià Tàiruì Zhìyào Gǔfèn Yǒuxiàn Gōngsī"),
        ("山西凯永养殖有限公司", "Shānxī Kǎiyǒng Yǎngzhí Yǒuxiàn Gōngsī"),
        # A foreign name of the same characters stays whole.
        ("加利福尼亚大学", "Jiālìfúníyà Dàxué"),
    ],
)
def test_a_province_is_no_part_of_a_foreign_name(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("二七大罢工", "Èr-Qī Dàbàgōng"),
        ("六一儿童节", "Liù-Yī Értóngjié"),
        ("三一重工股份有限公司", "Sānyī Zhònggōng Gǔfèn Yǒuxiàn Gōngsī"),
        ("七国集团", "Qī Guó Jítuán"),
        ("九段线", "Jiǔduàn Xiàn"),
        ("三权分置", "Sānquán Fēnzhì"),
    ],
)
def test_days_and_numbers_of_fixed_expressions(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("关于加强本市公园管理的通知", "Guānyú Jiāqiáng Běn Shì Gōngyuán Guǎnlǐ de Tōngzhī"),
        ("各级人民代表大会", "Gè Jí Rénmín Dàibiǎo Dàhuì"),
        ("几个问题", "Jǐ Gè Wèntí"),
        ("梦中的那片海", "Mèngzhōng de Nà Piàn Hǎi"),
        # Words of the dictionary, and names of places, stay whole.
        ("各个部门", "Gègè Bùmén"),
        ("龙胜各族自治县", "Lóngshèng Gèzú Zìzhìxiàn"),
        ("日本本州", "Rìběn Běnzhōu"),
    ],
)
def test_each_this_and_our_stand_apart_from_what_they_determine(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("黄河流域（豫鲁段）", "Huáng Hé Liúyù （Yù-Lǔ Duàn）"),
        ("湘鄂渝黔边区", "Xiāng-È-Yú-Qián Biānqū"),
        ("皖赣两省", "Wǎn-Gàn Liǎng Shěng"),
        # In a firm's own name they are none.
        ("浙川科技有限公司", "Zhèchuān Kējì Yǒuxiàn Gōngsī"),
    ],
)
def test_provinces_in_a_row_take_hyphens(name: str, expected: str) -> None:
    assert pinyin(name) == expected


def test_no_town_is_called_what_is_or_of_something() -> None:
    assert pinyin("钱王之乡") == "Qiánwáng Zhī Xiāng"
    assert pinyin("青山是故乡") == "Qīngshān Shì Gùxiāng"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("北京市通州区张各庄村", "Běijīng Shì Tōngzhōu Qū Zhānggèzhuāngcūn"),
        ("祁各庄镇", "Qígèzhuāng Zhèn"),
        ("最多跑一次", "Zuìduō Pǎo Yī Cì"),
        ("上海对外经贸大学", "Shànghǎi Duìwài Jīngmào Dàxué"),
    ],
)
def test_villages_of_a_surname_and_what_stands_alone(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("黎平县级派出机构", "Lípíng Xiànjí Pàichū Jīgòu"),
        ("涿鹿县城", "Zhuōlù Xiànchéng"),
        ("霍邱县城关镇", "Huòqiū Xiàn Chéngguān Zhèn"),
    ],
)
def test_the_seat_and_the_rank_of_a_county_are_words(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("交警支队直属大队二中队", "Jiāojǐng Zhīduì Zhíshǔ Dàduì Èr Zhōngduì"),
        ("东北三省", "Dōngběi Sān Shěng"),
        ("五省市白酒协会", "Wǔ Shěngshì Báijiǔ Xiéhuì"),
    ],
)
def test_a_numeral_stands_apart_from_what_it_counts(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("环境友好型高稳定性电池", "Huánjìng Yǒuhǎoxíng Gāo Wěndìngxìng Diànchí"),
        ("多场激励下多物理参数", "Duōchǎng Jīlì Xià Duō Wùlǐ Cānshù"),
        ("湘乡驻省中学", "Xiāngxiāng Zhù Shěng Zhōngxué"),
        ("东铺头派出所", "Dōngpùtóu Pàichūsuǒ"),
    ],
)
def test_a_suffix_begins_no_name_and_a_police_station_has_one(name: str, expected: str) -> None:
    assert pinyin(name) == expected
