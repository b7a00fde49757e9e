"""Pinyin of names and terms of today: what is no firm, what no foreign name holds, how a suffix joins.

Expectations are written by hand from GB/T 16159-2012 as docs/decisions/0003-pinyin.md reads it.
"""

from __future__ import annotations

import pytest

from glossary.language.pinyin import pinyin


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("有机超分子化学", "Yǒujī Chāofēnzǐ Huàxué"),
        ("骨和软骨组织工程", "Gǔ hé Ruǎngǔ Zǔzhī Gōngchéng"),
        ("场和粒子的一般理论", "Chǎng hé Lìzǐ de Yībān Lǐlùn"),
        ("万华化学", "Wànhuá Huàxué"),
        ("盛和资源", "Shènghé Zīyuán"),
        ("久和医院", "Jiǔhé Yīyuàn"),
        ("张强与国机集团座谈", "Zhāngqiáng yǔ Guójī Jítuán Zuòtán"),
    ],
)
def test_a_term_that_ends_as_a_firm_may_is_no_firm(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("俄罗斯库尔恰托夫研究所", "Éluósī Kù'ěrqiàtuōfū Yánjiūsuǒ"),
        ("耶路撒冷希伯来大学", "Yēlùsālěng Xībólái Dàxué"),
        ("新型镍基高温合金", "Xīnxíng Nièjī Gāowēn Héjīn"),
        ("海口农工贸集团", "Hǎikǒu Nónggōngmào Jítuán"),
        ("仙桃沔州康复医院", "Xiāntáo Miǎnzhōu Kāngfù Yīyuàn"),
        ("黑龙江瓮福人和米业有限公司", "Hēilóngjiāng Wèngfú Rénhé Mǐyè Yǒuxiàn Gōngsī"),
        ("7类中重稀土", "7 Lèi Zhōngzhòng Xītǔ"),
        ("司马义·铁力瓦尔地", "Sīmǎyì·Tiělìwǎ'ěrdì"),
        ("阿不都热合曼·买买提明", "Ābùdūrèhémàn·Mǎimǎitímíng"),
        ("决定任命岑浩辉为行政长官", "Juédìng Rènmìng Cén Hàohuī Wéi Xíngzhèng Zhǎngguān"),
        ("副省长孙守刚", "Fùshěngzhǎng Sūn Shǒugāng"),
        ("黄旭华院士逝世", "Huáng Xùhuá Yuànshì Shìshì"),
        ("客座教授聘任办法", "Kèzuò Jiàoshòu Pìnrèn Bànfǎ"),
        ("清明时节·抗战记忆", "Qīngmíng Shíjié·Kàngzhàn Jìyì"),
        ("保定·中关村创新中心", "Bǎodìng·Zhōngguāncūn Chuàngxīn Zhōngxīn"),
        (
            "昆明市东川将军水金矿业有限公司",
            "Kūnmíng Shì Dōngchuān Jiāngjūn Shuǐjīn Kuàngyè Yǒuxiàn Gōngsī",
        ),
        (
            "黑龙江龙江福粮油有限公司",
            "Hēilóngjiāng Lóngjiāngfú Liángyóu Yǒuxiàn Gōngsī",
        ),
        ("江苏高邮鸭集团", "Jiāngsū Gāoyóuyā Jítuán"),
        ("安徽和超禽业科技集团", "Ānhuī Héchāo Qínyè Kējì Jítuán"),
        ("为实现良好开局", "Wèi Shíxiàn Liánghǎo Kāijú"),
        ("科右中旗人民政府", "Kēyòu Zhōngqí Rénmín Zhèngfǔ"),
    ],
)
def test_a_name_ends_where_the_next_word_begins(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("电子器件及其他器件", "Diànzǐ Qìjiàn jí Qítā Qìjiàn"),
        ("经济战争史学会", "Jīngjì Zhànzhēngshǐ Xuéhuì"),
        ("中国史学会", "Zhōngguó Shǐxuéhuì"),
        ("陶瓷基复合材料", "Táocíjī Fùhé Cáiliào"),
        ("气固两相流", "Qìgù Liǎngxiàngliú"),
        ("气相色谱", "Qìxiàng Sèpǔ"),
        ("乐业县长", "Lèyè Xiànzhǎng"),
        ("宕昌县", "Tànchāng Xiàn"),
    ],
)
def test_a_suffix_joins_the_word_it_belongs_to(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("海南省南渡江流域保护条例", "Hǎinán Shěng Nándù Jiāng Liúyù Bǎohù Tiáolì"),
        ("内蒙古乌梁素海流域", "Nèi Měnggǔ Wūliángsù Hǎi Liúyù"),
        ("大围山区域生态保护条例", "Dàwéi Shān Qūyù Shēngtài Bǎohù Tiáolì"),
        ("高黎贡山国家级自然保护区", "Gāolígòngshān Guójiājí Zìrán Bǎohùqū"),
        ("（现兰州理工大学）", "（Xiàn Lánzhōu Lǐgōng Dàxué）"),
        ("设区的市和区县和乡镇", "Shèqū de Shì hé Qūxiàn hé Xiāngzhèn"),
        ("察右前旗人民政府", "Cháyòu Qiánqí Rénmín Zhèngfǔ"),
        ("新安县南李村镇人民政府", "Xīn'ān Xiàn Nánlǐcūn Zhèn Rénmín Zhèngfǔ"),
        ("示范区庞村镇人民政府", "Shìfànqū Pángcūn Zhèn Rénmín Zhèngfǔ"),
        ("洛阳市西工区司法局王城路司法所", "Luòyáng Shì Xīgōng Qū Sīfǎjú Wángchéng Lù Sīfǎsuǒ"),
        ("交通运输部长江口航道管理局", "Jiāotōng Yùnshūbù Chángjiāngkǒu Hángdào Guǎnlǐjú"),
        ("在杭州举办", "Zài Hángzhōu Jǔbàn"),
        ("中吉乌铁路", "Zhōng-Jí-Wū Tiělù"),
    ],
)
def test_a_feature_and_a_place_end_where_they_end(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("等3部法律", "Děng 3 Bù Fǎlǜ"),
        ("B型肝炎", "B Xíng Gānyán"),
        ("4A级景区", "4A Jí Jǐngqū"),
        ("对话会上的讲话", "Duìhuàhuì Shàng de Jiǎnghuà"),
        ("俄称击落无人机", "É Chēng Jīluò Wúrénjī"),
        ("评审专家所提意见", "Píngshěn Zhuānjiā Suǒ Tí Yìjiàn"),
        ("适用财产刑的规定", "Shìyòng Cáichǎnxíng de Guīdìng"),
        ("境外接收方", "Jìngwài Jiēshōufāng"),
        ("民族团结誓词碑文化", "Mínzú Tuánjié Shìcíbēi Wénhuà"),
        ("齐鲁理工学院", "Qílǔ Lǐgōng Xuéyuàn"),
        ("普洱茶业集团", "Pǔ'ěr Cháyè Jítuán"),
    ],
)
def test_a_letter_a_party_and_a_particle_stand_where_they_belong(name: str, expected: str) -> None:
    assert pinyin(name) == expected
