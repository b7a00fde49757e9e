"""What is composed first, and what is declined: a row a name, in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from glossary.glossary import Glossary

# Branches of central bodies, zones, forces, units: as the bodies themselves, public lists and the rules of seeds/patterns have them.
FIRST = {
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
    "Zhejiang Provincial Committee of the Jiusan Society": "九三学社浙江省委员会",
    "Beijing Office of the People's Government of Yunnan Province": "云南省人民政府驻北京办事处",
    "Cyberspace Administration of Shanghai": "上海市互联网信息办公室",
    "Administrative Committee of Tianjin Economic-Technological Development Area": "天津经济技术开发区管理委员会",
    "Tianhe District Branch of Guangzhou Municipal Public Security Bureau": "广州市公安局天河区分局",
    "Shijiazhuang No. 2 Middle School": "石家庄市第二中学",
    "Shandong Provincial Civil Air Defense Office": "山东省人民防空办公室",
    "Foreign Affairs Office of Jiangsu Provincial People's Government": "江苏省人民政府外事办公室",
    "Beijing Center for Disease Prevention and Control": "北京市疾病预防控制中心",
    "新疆维吾尔自治区人民检察院伊犁哈萨克自治州分院": "Ili Kazak Autonomous Prefecture Branch of the People's Procuratorate of Xinjiang Uygur Autonomous Region",
    "西藏自治区旅游发展厅": "Department of Tourism Development of Tibet Autonomous Region",
    "南方能源监管局": "South China Regulatory Bureau of the National Energy Administration",
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
    "Suzhou Industrial Park Administrative Committee": "苏州工业园区管理委员会",
    "Gongbei Customs": "拱北海关",
    "长江海事局": "Changjiang Maritime Safety Administration",
    "南京市玄武生态环境局": "Nanjing Municipal Xuanwu Bureau of Ecology and Environment",
    "新疆生产建设兵团教育局": "Bureau of Education of the Xinjiang Production and Construction Corps",
    "First Division of the Xinjiang Production and Construction Corps": "新疆生产建设兵团第一师",
    "国家市场监督管理总局2017年部门决算": "2017 Departmental Final Accounts of the State Administration for Market Regulation",
}
# Levels that have no such organ, places on no sea, numbers nobody counts to, zones no list knows, laws that are another's to amend.
NONE = [
    "中国证券监督管理委员会石家庄监管局",
    "国家能源局石家庄监管局",
    "国家能源局河北监管办公室",
    "国家能源局西南监管局",
    "正定海关",
    "拉萨海事局",
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
]


@pytest.mark.parametrize("name", FIRST)
def test_the_first_answer(shipped: Glossary, name: str) -> None:
    answer = shipped.lookup(name)[0]
    assert FIRST[name] in (answer.chinese, answer.english)


@pytest.mark.parametrize("name", NONE)
def test_what_there_is_not_is_declined(shipped: Glossary, name: str) -> None:
    assert shipped.lookup(name).found == "none"
