"""What is composed first, and what is declined: a row a name, in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from glossary.glossary import Glossary

# Branches of central bodies, zones, forces, units: as the bodies themselves, public lists and the rules of seeds/patterns have them.
FIRST = {
    # treaties and joint statements, whichever side the English names first
    "Treaty between the People's Republic of China and the Kingdom of Thailand on Extradition": "中华人民共和国和泰王国引渡条约",
    "Treaty between Australia and the People's Republic of China on Mutual Legal Assistance in Criminal Matters": "中华人民共和国和澳大利亚关于刑事司法协助的条约",
    "Joint Statement of the People's Republic of China and the Republic of Indonesia": "中华人民共和国和印度尼西亚共和国联合声明",
    "China-Cambodia Free Trade Agreement": "中国-柬埔寨自由贸易协定",
    "苏州工业园区条例": "Regulations of the Suzhou Industrial Park",  # not Suzhou's on parks
    "CSRC Beijing Regulatory Bureau": "中国证券监督管理委员会北京监管局",
    "NFRA Shanghai Regulatory Bureau": "国家金融监督管理总局上海监管局",
    "CBIRC Dalian Bureau": "中国银行保险监督管理委员会大连监管局",
    "People's Bank of China Jiangsu Provincial Branch": "中国人民银行江苏省分行",
    "State Administration of Foreign Exchange Zhejiang Branch": "国家外汇管理局浙江省分局",
    "State Administration of Foreign Exchange, Shenzhen Branch": "国家外汇管理局深圳市分局",
    "North China Regulatory Bureau of the National Energy Administration": "国家能源局华北监管局",
    "Jiangsu Energy Regulatory Office of National Energy Administration": "国家能源局江苏监管办公室",
    "CAAC East China Regional Administration": "中国民用航空华东地区管理局",
    "Huangpu Customs": "黄埔海关",
    "Shanghai Customs District": "上海海关",
    "Guangdong Maritime Safety Administration": "广东海事局",
    "Zhuhai Maritime Safety Administration": "珠海海事局",
    "国家统计局涉县调查队": "Survey Office of the National Bureau of Statistics in Shexian",
    "Zhejiang Provincial Committee of the Jiusan Society": "九三学社浙江省委员会",
    "Beijing Office of the People's Government of Yunnan Province": "云南省人民政府驻北京办事处",
    "Cyberspace Administration of Shanghai": "上海市互联网信息办公室",
    "Administrative Committee of Tianjin Economic-Technological Development Area": "天津经济技术开发区管理委员会",
    "Tianhe District Branch of Guangzhou Municipal Public Security Bureau": "广州市公安局天河区分局",
    "Chaoyang District Branch of Beijing Municipal Public Security Bureau": "北京市公安局朝阳分局",
    "Changsha Municipal Bureau of Urban Management and Law Enforcement": "长沙市城市管理和综合执法局",
    "Nanjing Municipal Bureau of Greening and Landscape": "南京市绿化园林局",
    "Wuhan Municipal Bureau of Horticulture and Forestry": "武汉市园林和林业局",
    "National Bureau of Statistics Survey Office in Wenzhou": "国家统计局温州调查队",
    "Kunshan Taxation Bureau, State Taxation Administration": "国家税务总局昆山市税务局",
    "Qiandongnan Miao and Dong Autonomous Prefecture Bureau of Culture, Sports, Radio, Television and Tourism": "黔东南苗族侗族自治州文体广电旅游局",
    "Shijiazhuang No. 2 Middle School": "石家庄市第二中学",
    "Shandong Provincial Civil Air Defense Office": "山东省人民防空办公室",
    "Foreign Affairs Office of Jiangsu Provincial People's Government": "江苏省人民政府外事办公室",
    "Beijing Center for Disease Prevention and Control": "北京市疾病预防控制中心",
    "新疆维吾尔自治区人民检察院伊犁哈萨克自治州分院": "Ili Kazak Autonomous Prefecture Branch of the People's Procuratorate of Xinjiang Uygur Autonomous Region",
    "西藏自治区旅游发展厅": "Department of Tourism Development of Tibet Autonomous Region",
    "南方能源监管局": "South China Regulatory Bureau of the National Energy Administration",
    # institutes of academies, offices: as lists of projects, budget units and pages of governments name them
    "湖南省农业科学院植物保护研究所": "Plant Protection Research Institute, Hunan Academy of Agricultural Sciences",
    # schools, laboratories and departments of hospitals, as the affiliations of papers have them
    "重庆邮电大学通信与信息工程学院": "School of Communication and Information Engineering, Chongqing University of Posts and Telecommunications",
    "贵州师范大学地理与环境科学学院": "School of Geography and Environmental Science, Guizhou Normal University",
    "石河子大学农学院林学系": "Department of Forestry, School of Agriculture, Shihezi University",
    "江南大学轻工过程先进控制教育部重点实验室": "Key Laboratory of Light Industry Process Advanced Control, Ministry of Education, Jiangnan University",
    "辽宁省图像理解与视觉计算重点实验室": "Liaoning Provincial Key Laboratory of Image Understanding and Visual Computing",
    "中国科学院射电天文重点实验室": "Key Laboratory of Radio Astronomy, Chinese Academy of Sciences",
    "暨南大学附属第一医院麻醉科": "Department of Anesthesiology, First Affiliated Hospital of Jinan University",
    "黑龙江省农业科学院齐齐哈尔分院": "Qiqihar Branch of Heilongjiang Academy of Agricultural Sciences",
    "湖南省微生物研究院": "Hunan Provincial Institute of Microbiology",
    "Information Office of the People's Government of Hubei Province": "湖北省人民政府新闻办公室",
    "Beijing Municipal Forestry and Parks Bureau": "北京市园林绿化局",
    "School of Medicine, Zhejiang University": "浙江大学医学院",
    "School of Communication and Information Engineering, Chongqing University of Posts and Telecommunications": "重庆邮电大学通信与信息工程学院",
    "Forestry College of Guangxi University": "广西大学林学院",
    "Business School, Sichuan Normal University": "四川师范大学商学院",
    "College of Agronomy, Shandong Agricultural University": "山东农业大学农学院",
    "Department of Medicine, Zhejiang University": "浙江大学医学系",
    "江苏省苏州工业园区管理委员会": "Administrative Committee of the Suzhou Industrial Park",
    "Hebei Securities Regulatory Bureau": "中国证券监督管理委员会河北监管局",
    "Institute of Physics, CAS": "中国科学院物理研究所",
    "Institute of Physics (CAS)": "中国科学院物理研究所",
    "Institute of Physics of the Chinese Academy of Sciences": "中国科学院物理研究所",
    "Institute of Physics (Chinese Academy of Sciences)": "中国科学院物理研究所",
    "北京大学教务处": "Academic Affairs Office of Peking University",
    "中国矿业大学（北京）教务处": "Academic Affairs Office of China University of Mining and Technology-Beijing",
    "General Office of the Ministry of Education": "教育部办公厅",
    "General Office of the National Bureau of Statistics": "国家统计局办公室",
    "General Office of the Standing Committee of Hebei Provincial People's Congress": "河北省人民代表大会常务委员会办公厅",
    "河北省教育厅办公室": "General Office of Hebei Provincial Department of Education",
    "石家庄市生态环境局长安分局": "Chang'an Branch of Shijiazhuang Municipal Bureau of Ecology and Environment",
    "海南省第一中级人民法院": "First Intermediate People's Court of Hainan Province",
    "中华医学会秘书处": "Secretariat of Chinese Medical Association",
    "河北省高级人民法院研究室": "Research Office of the High People's Court of Hebei Province",
    "河北省通信管理局": "河北省通信管理局",
    "秦皇岛市海洋局": "秦皇岛市海洋局",
    "海南省海洋局": "海南省海洋局",
    "北京市第四中级人民法院": "北京市第四中级人民法院",
    "武汉市港口管理局": "武汉市港口管理局",
    "山西省煤炭工业局": "山西省煤炭工业局",
    "河北省农业农村厅渔业处": "河北省农业农村厅渔业处",
    "河北省农业农村厅人事处": "河北省农业农村厅人事处",
    "PLA Jiangsu Provincial Command": "江苏省军区",
    "平昌县白衣镇人民政府": "People's Government of Baiyi Town, Pingchang County",
    "平昌县江口街道办事处": "Jiangkou Subdistrict Office, Pingchang County",
    "龙岗区坂田街道办事处": "Bantian Subdistrict Office, Longgang District",
    "菏泽市定陶区公安局孟海派出所": "Menghai Police Station of Heze Dingtao District Bureau of Public Security",
    "宁夏回族自治区市场监督管理厅": "Department of Market Regulation of Ningxia Hui Autonomous Region",
    "菏泽市价格监测中心": "Heze Municipal Price Monitoring Center",
    "郓城县环境保护局环境监测站": "Environmental Monitoring Station of Yuncheng County Bureau of Environmental Protection",
    "菏泽市环境监察支队": "Heze Municipal Environmental Supervision Detachment",
    "梧州市万秀区科技文化体育和旅游局": "Wuzhou Wanxiu District Bureau of Science and Technology, Culture, Sports and Tourism",
    "防城港市港口区教育和科学技术局": "Fangchenggang Gangkou District Bureau of Education and Science and Technology",
    "Fangchenggang Municipal Real Estate Registration Center": "防城港市不动产登记中心",
    "中国人民政治协商会议菏泽市委员会提案委员会": "Committee for Handling Proposals of Heze Municipal Committee of the Chinese People's Political Consultative Conference",
    "郓城县人民法院立案庭": "Case-filing Tribunal of the Primary People's Court of Yuncheng County",
    "菏泽军分区": "Heze Military Subdistrict",
    "六安军分区": "Lu'an Military Subdistrict",
    "西峰区南街街道办事处": "Nanjie Subdistrict Office, Xifeng District",
    "濮阳县柳屯镇人民政府": "People's Government of Liutun Town, Puyang County",
    "重庆市招商投资促进局": "Chongqing Municipal Bureau of Investment Promotion",
    "中共浙江省委信访局": "Letters and Calls Bureau of the CPC Zhejiang Provincial Committee",
    "PLA Tibet Military Area Command": "西藏军区",
    "Changsha Garrison": "长沙警备区",
    "Shanghai Municipal People's Armed Police Corps": "中国人民武装警察部队上海市总队",
    "Shandong Provincial Trade Union Council": "山东省总工会",
    "Hebei Provincial Commercial Department": "河北省商务厅",
    "Political Science and Law Commission of the CPC Jiangxi Provincial Committee": "中共江西省委政法委员会",
    "Tianjin Municipal Market Regulatory Commission": "天津市市场监督管理委员会",
    "Wuhan East-Lake High-Tech Zone People's Court": "武汉东湖新技术开发区人民法院",
    "Authority of Qianhai Shenzhen-Hong Kong Modern Service Industry Cooperation Zone": "深圳市前海深港现代服务业合作区管理局",
    "Xiong'an New Area Administrative Committee": "河北雄安新区管理委员会",
    "雄安新区管委会": "Administrative Committee of the Xiong'an New Area",
    "南京市江北新区管理委员会行政审批局": "Bureau of Administrative Examination and Approval of the Nanjing Jiangbei New Area",
    "State Council 2026 Legislative Work Plan": "国务院2026年度立法工作计划",
    "Measures of Beijing Municipality for Quarantine of Forestry Plants": "北京市林业植物检疫办法",
    "Regulation of Chongqing municipality on supply and use of electricity power": "重庆市供用电条例",
    "驻旧金山总领事馆": "Chinese Consulate General in San Francisco",
    "Embassy of the People's Republic of China in the United States of America": "中华人民共和国驻美利坚合众国大使馆",
    "Chinese Embassy in Korea": "中国驻韩国大使馆",
    "美国驻华大使馆": "Embassy of the United States in China",
    "French Consulate General in Shanghai": "法国驻上海总领事馆",
    "Kunshan Economic and Technological Development Zone": "昆山经济技术开发区",
    "武汉市东湖新技术开发区管理委员会": "Administrative Committee of the Wuhan East Lake High-Tech Development Zone",
    "Lingang New Area": "临港新片区",
    "Shenzhen Special Economic Zone": "深圳经济特区",
    "山西太原国家农业科技园区": "Shanxi Taiyuan National Agricultural Science and Technology Park",
    "Manzhouli Border Economic Cooperation Zone": "满洲里边境经济合作区",
    "昆山市经济技术开发区": "Kunshan Economic and Technological Development Zone",
    "苏南国家自主创新示范区": "Sunan National Innovation Demonstration Zone",
    "中国（湖北）自由贸易试验区宜昌片区": "Yichang Area of China (Hubei) Pilot Free Trade Zone",
    "Shenyang Resident Office of CNAO": "审计署驻沈阳特派员办事处",
    "China Railway Hohhot Group Co., Ltd.": "中国铁路呼和浩特局集团有限公司",
    "国网上海市电力公司": "State Grid Shanghai Electric Power Company",
    "Bank of China Guangdong Branch": "中国银行广东省分行",
    "China Construction Bank Shenzhen Branch": "中国建设银行深圳市分行",
    "中国移动通信集团浙江有限公司": "China Mobile Group Zhejiang Co., Ltd.",
    "生态环境部太湖流域东海海域生态环境监督管理局": "Taihu Basin and East China Sea Ecology and Environment Administration of the Ministry of Ecology and Environment",
    "Suzhou Industrial Park Administrative Committee": "苏州工业园区管理委员会",
    "Gongbei Customs": "拱北海关",
    "长江海事局": "Changjiang Maritime Safety Administration",
    "国家金融监督管理总局温州监管分局": "Wenzhou Regulatory Sub-bureau of the National Financial Regulatory Administration",
    "国家金融监管总局瑞安监管支局": "Rui'an Regulatory Sub-branch of the National Financial Regulatory Administration",
    "Suzhou Branch of the State Administration of Foreign Exchange": "国家外汇管理局苏州市分局",
    "国家外汇管理局温州市中心支局": "Wenzhou Municipal Central Sub-branch of the State Administration of Foreign Exchange",
    "NBS Survey Office in Jiangyou": "国家统计局江油调查队",
    "Standing Committee of the CPC Handan Municipal Committee": "中共邯郸市委常委会",
    "中国共产党河北省委员会常务委员会": "Standing Committee of the CPC Hebei Provincial Committee",
    "国家粮食和物资储备局广东局": "Guangdong Bureau of the National Food and Strategic Reserves Administration",
    "南京市玄武生态环境局": "Nanjing Municipal Xuanwu Bureau of Ecology and Environment",
    "新疆生产建设兵团教育局": "Bureau of Education of the Xinjiang Production and Construction Corps",
    "First Division of the Xinjiang Production and Construction Corps": "新疆生产建设兵团第一师",
    "Wuxi Daily": "无锡日报",
    "凉山日报": "Liangshan Daily",
    "Xi'an Evening News": "西安晚报",
    "宁波日报报业集团": "Ningbo Daily Press Group",
    "Hunan People's Publishing House": "湖南人民出版社",
    "Sichuan Fine Arts Publishing House": "四川美术出版社",
    "广东科技出版社": "Guangdong Science and Technology Publishing House",
    "贵州卫视": "Guizhou Satellite TV",
    "Wuhan People's Broadcasting Station": "武汉人民广播电台",
    "Shandong Television": "山东电视台",
    "青岛交响乐团": "Qingdao Symphony Orchestra",
    "内蒙古图书馆": "Inner Mongolia Library",
    "国家市场监督管理总局2017年部门决算": "2017 Departmental Final Accounts of the State Administration for Market Regulation",
    "自然资源部职能配置、内设机构和人员编制规定": "Provisions on the Functions, Structure and Staffing of the Ministry of Natural Resources",
}
# Levels that have no such organ, places on no sea, numbers nobody counts to, zones no list knows, missions where there are none, laws that are another's to amend.
NONE = [
    "中国证券监督管理委员会石家庄监管局",
    "国家能源局石家庄监管局",
    "国家能源局河北监管办公室",
    "国家能源局西南监管局",
    "正定海关",
    "拉萨海事局",
    "国家粮食和物资储备局海南局",
    "国家统计局河北调查队",
    "国家金融监督管理总局河北监管支局",
    "国家金融监督管理总局大田监管分局",
    "石家庄铁路监督管理局",
    "正定经济技术开发区管理委员会",
    "石家庄市第二百中学",
    "国务院驻北京办事处",
    "正定县通信管理局",
    "正定县监狱管理局",
    "石家庄市煤田地质局",
    "山西省海洋局",
    "拉萨市海洋发展局",
    "石家庄市海洋局",
    "北京大学第九十九附属医院",
    "北京市第九十中级人民法院",
    "河北省第九十届人民代表大会",
    "卫生署运输处",
    "卫生署离退休干部处",
    "国务院关于修改《刑法》的决定",
    "教育部关于废止《中华人民共和国教育法》的决定",
    "Decision of the State Council on Amending the Criminal Law",
    "第五十届全国人民代表大会",
    "北京市第九中级人民法院",
    "上海市第四中级人民法院",
    "Beijing Ninth Intermediate People's Court",
    "国务院关于修改《中华人民共和国民法典》的决定",
    "石家庄光明高新技术产业开发区管理委员会",
    "拉萨高新技术产业开发区管理委员会",
    "Zhengding National Economic and Technological Development Zone Administrative Committee",
    "苏州工业园区教育厅",
    "正定县警备区",
    "新疆生产建设兵团第九十九师",
    "北京市军区",
    "中国驻不丹大使馆",
    "中国驻伯利兹大使馆",
    "驻迈阿密总领事馆",
    "美国驻西安总领事馆",
    "Chinese Embassy in Bhutan",
    "Chinese Consulate General in Miami",
    "不丹驻华大使馆",
    "正定经济开发区",
    "正定综合保税区",
    "拉萨经济特区",
    "石家庄临港经济开发区",
    "中国（湖北）自由贸易试验区宁波片区",
    "石家庄边境经济合作区",
    "审计署驻石家庄特派员办事处",
    "国家自然资源督察石家庄局",
    "财政部西藏监管局",
    "中国铁路石家庄局集团有限公司",
    "国网广东省电力有限公司",
    "China Railway Shijiazhuang Group Co., Ltd.",
    "正定晚报",
    "正定人民出版社",
    "石家庄卫视",
    "Inner Library",
    "中国科学院养蜂研究所",
    "上海市林业和园林局",
]


@pytest.mark.parametrize("name", FIRST)
def test_the_first_answer(shipped: Glossary, name: str) -> None:
    answer = shipped.lookup(name)[0]
    assert FIRST[name] in (answer.chinese, answer.english)


@pytest.mark.parametrize("name", NONE)
def test_what_there_is_not_is_declined(shipped: Glossary, name: str) -> None:
    assert shipped.lookup(name).found == "none"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [  # titles of public papers, by the usual forms of translated titles
        (
            "关于进一步加强招商引资工作的意见",
            "Opinions on Further Strengthening Investment Promotion",
        ),
        (
            "国务院办公厅关于印发国家森林草原火灾应急预案的通知",
            "Notice of the General Office of the State Council on Issuing the National Emergency Plan for Forest and Grassland Fires",
        ),
        (
            "江门市国土空间总体规划（2021-2035年）",
            "Territorial Spatial Master Plan of Jiangmen City (2021–2035)",
        ),
        (
            "深圳市财政局政府采购管理办法",
            "Measures of Shenzhen Municipal Bureau of Finance for the Administration of Government Procurement",
        ),
        (
            "关于湖南省2023年预算执行情况和2024年预算草案的报告",
            "Report on the Execution of the 2023 Budget and on the 2024 Draft Budget of Hunan Province",
        ),
        ("大鹏新区管委会", "Administrative Committee of the Shenzhen Dapeng New Area"),
        (
            "共青团广西壮族自治区委员会",
            "Guangxi Zhuang Autonomous Region Committee of the Communist Youth League of China",
        ),
    ],
)
def test_titles_without_issuer_or_place_and_organs_of_new_areas_compose(
    shipped: Glossary, chinese: str, english: str
) -> None:
    assert shipped.lookup(chinese)[0].english == english


def test_the_order_of_a_five_year_plan_is_not_told_by_english(shipped: Glossary) -> None:
    answers, reason = shipped.composed(
        "14th Five-Year Plan of Sichuan Province for Ecological and Environmental Protection"
    )
    assert "may be" in reason
    assert {each.chinese for each in answers} == {
        "四川省“十四五”生态环境保护规划",
        "四川省生态环境保护“十四五”规划",
    }
    assert {each.evidence for each in answers} == {"reconstructed"}


def test_what_is_built_and_protected_stands_before_both_in_chinese(shipped: Glossary) -> None:
    # 浙江省石油天然气管道建设和保护条例 (2014)
    title = "Regulation of Zhejiang Province on the Construction and Protection of Oil and Natural Gas Pipelines"
    answers, _reason = shipped.composed(title)
    assert {each.chinese for each in answers} == {
        f"浙江省石油天然气管道{done}条例" for done in ("建设和保护", "建设与保护", "建设保护")
    }
    assert answers[0].evidence == "reconstructed"
    declined = shipped.lookup(title)
    assert (declined.found, declined.answers) == ("none", ())
    assert declined.reason == (
        '"Construction and Protection" may be 建设与保护 / 建设保护 / 建设和保护'
    )
    assert shipped.lookup(title, partial=True).frame == (
        "浙江省石油天然气管道〔建设与保护 / 建设保护 / 建设和保护〕条例",
        "Regulations of Zhejiang Province on the 〔Construction and Protection〕 of Oil and Natural Gas Pipelines",
    )
    assert shipped.explain(title)  # where a person looks, all are shown
    assert len(shipped.find(title).composed) == 3


def test_a_pair_that_titles_join_in_one_way_has_that_alone(shipped: Glossary) -> None:
    # 165 of 172 titles have 保护管理, 82 of 95 建设管理 (seeds/patterns/pairs.yaml)
    answers = shipped.lookup(
        "Regulations of Wuhan City on the Protection and Administration of Wetlands"
    )
    assert [(each.chinese, each.evidence) for each in answers] == [
        ("武汉市湿地保护管理条例", "composed")
    ]
    parking, _reason = shipped.composed(
        "Regulations of Wuhan City on the Construction and Administration of Parking Lots"
    )
    assert parking[0].chinese == "武汉市停车场建设管理条例"
    assert {each.evidence for each in parking} == {"reconstructed"}
    assert shipped.lookup("武汉市湿地保护与管理条例")[0].chinese == "武汉市湿地保护与管理条例"


def test_titles_of_two_wordings_are_rivals_whatever_english_they_are_written_in(
    shipped: Glossary,
) -> None:
    answers, _reason = shipped.composed("Measures of Wuhan City for the Treatment of Medical Waste")
    assert {each.chinese for each in answers} == {
        "武汉市医疗废物处理办法",
        "武汉市医疗废物治理办法",
    }
    assert {each.evidence for each in answers} == {"reconstructed"}


@pytest.mark.parametrize(
    ("english", "readings"),
    [
        # Real titles have each: 安徽省实施〈中华人民共和国工会法〉细则, 四川省〈中华人民共和国草原法〉实施细则
        (
            "Detailed Rules of Anhui Province for the Implementation of the Trade Union Law",
            {"安徽省实施《中华人民共和国工会法》细则", "安徽省《中华人民共和国工会法》实施细则"},
        ),
        # 636 local titles have 实施《…法》办法, 42 《…法》实施办法
        (
            "Implementing Measures of Anhui Province for the Trade Union Law",
            {"安徽省实施《中华人民共和国工会法》办法", "安徽省《中华人民共和国工会法》实施办法"},
        ),
        # 北京市突发公共卫生事件应急条例, 云南省绿化造林条例, 杭州市流动人口服务管理条例
        (
            "Regulations of Wuhan City on Public Health Emergencies",
            {"武汉市突发公共卫生事件应急条例", "武汉市突发公共卫生事件条例"},
        ),
        (
            "Regulations of Wuhan City on Afforestation",
            {"武汉市绿化造林条例", "武汉市植树造林条例"},
        ),
        (
            "Regulations of Wuhan City on the Services for and Administration of the Floating Population",
            {"武汉市流动人口服务管理条例", "武汉市流动人口服务和管理条例"},
        ),
    ],
)
def test_what_real_titles_say_in_two_ways_is_left_open(
    shipped: Glossary, english: str, readings: set[str]
) -> None:
    answers, reason = shipped.composed(english)
    assert {each.chinese for each in answers} == readings
    assert reason.startswith('"')
    assert shipped.lookup(english).found == "none"


def test_an_emergency_plan_says_emergency_once(shipped: Glossary) -> None:
    english = "Emergency Plan of Wuhan City for Public Health Emergencies"
    assert [each.chinese for each in shipped.lookup(english)] == ["武汉市突发公共卫生事件应急预案"]
    assert shipped.lookup("武汉市突发公共卫生事件应急预案")[0].english == english


def test_a_title_of_two_places_of_one_name_is_answered_with_both(shipped: Glossary) -> None:
    answers = shipped.lookup("Regulations of Taizhou City on the Promotion of Enterprise Credit")
    assert {(each.chinese, each.evidence) for each in answers} == {
        (f"{place}企业信用促进条例", "reconstructed") for place in ("泰州市", "台州市")
    }


def test_supervision_of_safety_may_be_either_of_two_words(shipped: Glossary) -> None:
    # 安全监督 and 安全监察 stand in 23 real titles each
    asked = shipped.lookup("Regulations of Hebei Province on the Supervision of Mine Safety")
    assert (asked.found, "监督" in asked.reason, "监察" in asked.reason) == ("none", True, True)


def test_several_acts_changed_at_once_are_counted(shipped: Glossary) -> None:
    for chinese, english in (
        (
            "关于修改《南京市城市绿化条例》等五件地方性法规的决定",
            "Decision on Amending Five Local Regulations Including the Regulations of Nanjing City on Urban Greening",
        ),
        ("关于修订十五件地方性法规的决定", "Decision on Revising 15 Local Regulations"),
    ):
        assert [(each.chinese, each.english) for each in shipped.lookup(chinese)] == [
            (chinese, english)
        ]


def test_a_word_before_a_noun_is_written_in_the_singular(shipped: Glossary) -> None:
    answer = shipped.lookup("武汉市养老服务人才队伍管理办法")[0]
    assert answer.english == (
        "Measures of Wuhan City on the Administration of Elderly Care Service Talent Teams"
    )
    assert shipped.lookup("关于做好幼儿园收费政策工作的通知")[0].english == (
        "Notice on Doing a Good Job in Policies for Charges for Kindergartens"
    )


def test_nouns_join_a_subject_in_chinese_alone(shipped: Glossary) -> None:
    read = shipped.lookup("武汉市养老服务人才队伍管理办法")
    assert [each.chinese for each in read] == ["武汉市养老服务人才队伍管理办法"]
    # System: 制度, 体系, 系统
    assert not shipped.lookup(
        "Measures of Wuhan City for the Administration of the Elderly Care Services Contract System"
    )


def test_a_body_of_the_past_comes_after_its_namesake_of_today(shipped: Glossary) -> None:
    answers, _reason = shipped.composed(
        "Notice of the Ministry of Commerce on Strengthening the Administration of Overseas Investment"
    )
    assert list(dict.fromkeys(each.chinese[:3] for each in answers)) == ["商务部", "商业部"]


def test_what_english_says_with_one_verb_is_read_as_all(shipped: Glossary) -> None:
    promoting, reason = shipped.composed("Opinions of the State Council on Promoting Rural Roads")
    assert reason == ('"Promoting Rural Roads" may be 促进农村公路 / 推动农村公路 / 推进农村公路')
    # 国务院办公厅关于促进平台经济规范健康发展的指导意见 and its like: never 推动
    healthy = shipped.lookup(
        "Opinions of Hebei Provincial People's Government on Promoting the Healthy Development of the Platform Economy"
    )
    assert [each.chinese for each in healthy] == ["河北省人民政府关于促进平台经济健康发展的意见"]
    assert [each.chinese for each in promoting] == [
        f"国务院关于{verb}农村公路的意见" for verb in ("促进", "推动", "推进")
    ]
    # 做好 ends in 工作 in 55 of 57 titles, 加强 in 60 of 168
    task = shipped.lookup(
        "Notice of Hebei Provincial People's Government on Doing a Good Job in Work Safety"
    )
    assert [each.chinese for each in task] == ["河北省人民政府关于做好安全生产工作的通知"]
    # 学校安全工作 has its 工作: not 加强学校安全工作工作
    effort = shipped.lookup(
        "Notice of Wuhan Municipal Bureau of Education on Strengthening School Safety Work"
    )
    assert [each.chinese for each in effort] == ["武汉市教育局关于加强学校安全工作的通知"]
    effort, _reason = shipped.composed("Notice of the State Council on Strengthening Work Safety")
    assert [each.chinese for each in effort[:2]] == [
        "国务院关于加强安全生产的通知",
        "国务院关于加强安全生产工作的通知",
    ]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "甘南藏族自治州自治条例",
            "Regulations on the Exercise of Autonomy of Gannan Tibetan Autonomous Prefecture",
        ),
        (
            "荆门市人民代表大会及其常务委员会立法条例",
            "Regulations of the People's Congress of Jingmen City and Its Standing Committee on Legislation",
        ),
        (
            "关于修改《中华人民共和国商标法》的决定",
            "Decision on Amending the Trademark Law of the People's Republic of China",
        ),
    ],
)
def test_acts_of_assemblies_compose_both_ways(
    shipped: Glossary, chinese: str, english: str
) -> None:
    assert shipped.lookup(chinese)[0].english == english
    assert shipped.lookup(english)[0].chinese == chinese


def test_a_firm_makes_no_regulations(shipped: Glossary) -> None:
    answers = shipped.lookup("厦门象屿保税区条例")  # of the zone, not of 厦门象屿股份有限公司
    assert [each.english for each in answers] == ["Regulations of Xiamen Xiangyu Bonded Zone"]


def test_a_department_of_a_county_is_only_guessed_at(shipped: Glossary) -> None:
    answers = shipped.lookup("Department of Education of Zhengding County")
    assert [(each.chinese, each.evidence) for each in answers] == [
        ("正定县教育局", "reconstructed")
    ]


@pytest.mark.parametrize(
    ("pinyin", "chinese"),
    [("Xī'ān Shì", ["西安市"]), ("suzhou shi", ["苏州市", "宿州市"]), ("Zhengding", [])],
)
def test_a_place_is_answered_by_the_pinyin_of_its_whole_name(
    shipped: Glossary, pinyin: str, chinese: list[str]
) -> None:
    answers = shipped.lookup(pinyin)
    assert [answer.chinese for answer in answers] == chinese
    assert [answer.name.text for answer in answers] == chinese


def test_find_shows_a_place_and_what_is_composed_though_mistyped(shipped: Glossary) -> None:
    for query, place in (
        *(("Xuchang", "许昌市"), ("xuchang city", "许昌市")),
        *(("石家庄", "石家庄市"), ("Zhengding", "正定县")),
    ):
        first = shipped.find(query, limit=1).composed[0]
        assert (first.chinese, first.evidence) == (place, "composed")
    mistyped = "Liaoning Provinical Public Security Department"
    assert [each.chinese for each in shipped.find(mistyped).composed] == ["辽宁省公安厅"]
    assert shipped.lookup(mistyped).found == "none"
    assert [each.chinese for each in shipped.find("Zhejiang Governmnt").composed] == [
        "浙江省人民政府"
    ]
    assert not shipped.find("Xuchangg Citty Geeese").composed
    assert not shipped.find("Xin hua").composed  # a dozen districts
    # A school listed is meant, not a body that could be called so.
    school = shipped.find("Harbin Insitute of Technology")
    assert (school.composed, school.answers[0].chinese) == ((), "哈尔滨工业大学")
    # An office behind the short name of its province, but no troupe of Cantonese opera.
    assert shipped.find("粤发改委").composed[0].chinese == "广东省发展和改革委员会"
    assert not shipped.find("粤剧团").composed


def test_find_composes_what_is_asked_for_in_two_languages(shipped: Glossary) -> None:
    assert shipped.find("Shanghai 公安局").composed[0].chinese == "上海市公安局"
    assert shipped.find("Tsinghua 法学院").composed[0].chinese == "清华大学法学院"


@pytest.mark.parametrize(
    ("asked", "simplified"),
    [
        ("广州市人民政府办公厅关于印发广州市医疗救助办法的通知", ""),  # no 《》 is put in
        ("大鹏新区管理委员会关于加强食品安全工作的通知", ""),  # nor 深圳市 before it
        ("应急管理部 民政部关于加强食品安全工作的通知", ""),
        ("國務院關於加強食品安全工作的通知", "国务院关于加强食品安全工作的通知"),
    ],
)
def test_a_title_asked_for_in_chinese_keeps_its_chinese(
    shipped: Glossary, asked: str, simplified: str
) -> None:
    (answer,) = shipped.lookup(asked)
    assert answer.chinese == answer.matched == (simplified or asked)
    assert answer.derivation


@pytest.mark.parametrize(
    ("asked", "english"),
    [
        (
            "科技部办公厅关于公布第八批国家农业科技园区验收结果的通知",
            "Notice of the General Office of the Ministry of Science and Technology on Publishing the Acceptance Results of the Eighth Batch of National Agricultural Science and Technology Parks",
        ),
        (
            "关于深入推进城市执法体制改革改进城市管理的指导意见",
            "Guiding Opinions on Intensively Advancing Urban Law Enforcement System Reform and Improving Urban Management",
        ),
        (
            "市场监管总局办公厅关于实施《特种设备安全监督检查办法》若干问题的意见",
            "Opinions of the General Office of the State Administration for Market Regulation on Issues Concerning Implementing the Measures for the Supervision and Inspection of Special Equipment Safety",
        ),
        (  # 补贴 ends both: neither is of the other
            "关于做好困难残疾人生活补贴和重度残疾人护理补贴工作的通知",
            "Notice on Doing a Good Job in Living Allowances for Persons with Disabilities in Difficulty and Nursing Allowances for Persons with Severe Disabilities",
        ),
        (
            "国务院办公厅关于黄金经济政策有关问题的复函",
            "Reply Letter of the General Office of the State Council on Issues Concerning Gold Economic Policies",
        ),
        (  # written once where two words meet
            "财政部 税务总局关于调整增值税税率的通知",
            "Notice of the Ministry of Finance and State Taxation Administration on Adjusting Value-Added Tax Rates",
        ),
    ],
)
def test_notices_of_words_compose_from_chinese_as_reconstructed(
    shipped: Glossary, asked: str, english: str
) -> None:
    answer = shipped.lookup(asked)[0]
    assert (answer.english, answer.chinese) == (english, asked)
    assert answer.evidence == "reconstructed"


def test_what_marks_part_is_joined_in_english_or_declined(shipped: Glossary) -> None:
    asked = "广东省科学技术厅关于公布广东省科技企业孵化器 众创空间运营评价结果的通知"
    declined = shipped.lookup(asked)
    assert (declined.found, declined.reason) == (
        "none",
        "what its marks part is not read as several things",
    )
    assert shipped.lookup(asked.replace("孵化器 ", ""))


def test_a_topic_takes_the_terms_of_the_glossary(shipped: Glossary) -> None:
    found = shipped.lookup("浙江省人民政府关于深化事业单位改革的意见")
    assert (found.answers[0].english, found.answers[0].evidence) == (
        "Opinions of the People's Government of Zhejiang Province on Deepening Public Institution Reform",
        "reconstructed",  # whether a term stands so before a noun it does not say
    )
