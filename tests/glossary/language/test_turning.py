"""Turned keys: X of Y meets Y X, and no two bodies share a key."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.language.english import english_key
from glossary.language.turning import turned_key

SAME = [
    ("Bureau of Prison Administration, Ministry of Justice",
     "Prison Administration Bureau, Ministry of Justice",
     "Prison Administration Bureau of the Ministry of Justice"),
    ("Medical Administration Department, National Health Commission",
     "Department of Medical Administration, National Health Commission",
     "Department of Medical Administration of the National Health Commission"),
    ("First Department of Equipment Industry, Ministry of Industry and Information Technology",
     "Department of Equipment Industry I, Ministry of Industry and Information Technology",
     "Equipment Industry Department I, Ministry of Industry and Information Technology"),
    ("Second Anti-Monopoly Enforcement Department", "Anti-Monopoly Enforcement Department II"),
    ("Department of Science and Technology of Hebei Province",
     "Hebei Provincial Department of Science and Technology",
     "Hebei Provincial Science and Technology Department",
     "Science and Technology Department, Hebei Province",
     "Hebei Province's Department of Science & Technology",
     "Hebei Department of Science and Technology",
     "Hebei Sci-Tech Dept"),
    ("International Technology Transfer Center of Hebei University of Technology",
     "Hebei University of Technology International Technology Transfer Center",
     "International Technology Transfer Centre, Hebei University of Technology"),
    ("National Committee of the CPPCC", "CPPCC National Committee"),
    ("Central Committee of the Communist Party of China", "CPC Central Committee",
     "Central Committee of the CCP"),
    ("Ministry of Commerce", "Commerce Ministry", "Ministry of Commerce, PRC",
     "Ministry of Commerce of the People's Republic of China", "PRC Ministry of Commerce"),
    ("Law of the PRC on Administrative Penalties", "Administrative Penalties Law of the PRC",
     "Administrative Penalties Law"),
    ("General Office of Hunan Provincial People's Government",
     "General Office of the People's Government of Hunan Province",
     "Hunan Provincial People's Government General Office"),
    ("Department of Finance, Ministry of Education", "Department of Finance of the Ministry of Education",
     "Finance Department of the Ministry of Education", "Education Ministry's Finance Department",
     "Ministry of Education Department of Finance"),
    ("Institute of Physics, Chinese Academy of Sciences", "Institute of Physics of the Chinese Academy of Sciences",
     "Chinese Academy of Sciences Institute of Physics"),
    ("College of Engineering, Peking University", "Peking University College of Engineering"),
    ("School of Economics of Peking University", "Peking University School of Economics"),
    ("Shanghai Municipal Education Commission", "Shanghai Municipal Commission of Education",
     "Education Commission of Shanghai Municipality", "Shanghai Education Commission"),
    ("2020 Work Plan of the International Technology Transfer Center of Hebei University of Technology",
     "Hebei University of Technology International Technology Transfer Center 2020 Work Plan"),
    ("Beijing No. 1 Intermediate People's Court", "First Intermediate People's Court of Beijing"),
    ("Standing Committee of the National People's Congress", "National People's Congress Standing Committee"),
    ("First Affiliated Hospital of Zhejiang University", "Zhejiang University First Affiliated Hospital"),
    ("State Council Information Office", "Information Office of the State Council"),
]  # fmt: skip

APART = [
    ("Department of Equipment Industry I", "Department of Equipment Industry II"),
    ("First Bureau of the Second Department", "Second Bureau of the First Department"),
    ("Department of Administration, Bureau of Prisons", "Bureau of Prison Administration, Department"),
    ("University of Jinan", "Jinan University"),
    ("Academy of Military Sciences", "Military Academy of Sciences"),
    ("Bank of China", "China Bank"),
    ("General Secretary", "Secretary-General"),
    ("Hebei", "Hubei"),
    ("Shanxi Provincial Department of Finance", "Shaanxi Provincial Department of Finance"),
    ("Jilin Provincial Department of Finance", "Jilin Municipal Department of Finance"),
    ("Chinese Academy of Sciences", "Chinese Academy of Social Sciences"),
    ("Chinese Academy of Sciences", "University of Chinese Academy of Sciences"),
    ("Department of Finance, Ministry of Education", "Department of Education, Ministry of Finance"),
    ("The First Affiliated Hospital of Second Military Medical University",
     "The Second Affiliated Hospital of First Military Medical University"),
    ("China-Japan Friendship Association", "Japan-China Friendship Association"),
    ("China West Normal University", "West China Normal University"),
    ("Central South University", "South Central University"),
    ("8th Session of the 14th National People's Congress", "14th Session of the 8th National People's Congress"),
    ("Measures for Implementing the Regulations on Ports", "Regulations on Implementing the Measures for Ports"),
    ("President of the People's Republic of China", "President"),
    ("Constitution of the People's Republic of China", "Constitution"),
    ("Embassy of the PRC", "Embassy"),
    ("Central Military Commission of the PRC", "Central Military Commission"),
    ("National University of Defense Technology", "National Defense University"),
    ("National Defense University, PRC", "National University of Defense, PRC"),
    ("Shanghai University of Science and Technology", "University of Shanghai for Science and Technology"),
    ("Nanjing Museum", "Nanjing Municipal Museum"),
    ("Shandong Provincial Hospital", "Shandong Hospital"),
    ("People's Republic of China", "Republic of China"),
    ("City University of Hong Kong", "University of Hong Kong"),
    ("Le Mans Université", "Université Le Mans"),
]  # fmt: skip


@pytest.mark.parametrize("names", SAME)
def test_turns_of_one_name_meet(names: tuple[str, ...]) -> None:
    assert len({turned_key(name) for name in names}) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert turned_key(one) != turned_key(other)


# Real names, one a line; a bar stands between two English names of one body.
NAMES = """
Peking University
Tsinghua University
National Tsing Hua University
Renmin University of China
Beijing Normal University
Beijing Institute of Technology
Beijing University of Technology
Beijing University of Chemical Technology
Beijing University of Posts and Telecommunications
Beijing University of Civil Engineering and Architecture
Beijing University of Chinese Medicine
Beijing Information Science and Technology University
Beijing Technology and Business University
Beijing Jiaotong University
Beijing Forestry University
Beijing Foreign Studies University
Beijing International Studies University
Beijing Language and Culture University
Beijing Sport University
Beijing Union University
Beijing Electronic Science and Technology Institute
Beijing Institute of Graphic Communication
Beijing Institute of Fashion Technology
Beijing Institute of Petrochemical Technology
Beijing University of Agriculture
Beijing Film Academy
Beijing Dance Academy
Beihang University
University of Science and Technology Beijing
University of International Business and Economics
University of International Relations
China Foreign Affairs University
China University of Political Science and Law
China University of Mining and Technology
China University of Mining and Technology, Beijing
China University of Petroleum (Beijing)
China University of Petroleum (East China)
China University of Geosciences, Beijing
China University of Geosciences (Wuhan)
China Agricultural University
China Women's University
China Conservatory of Music
Central Conservatory of Music
Central Academy of Fine Arts
Central Academy of Drama
China Academy of Art
Chinese National Academy of Arts
Central University of Finance and Economics
Capital University of Economics and Business
Capital Medical University
Capital Normal University
North China Electric Power University
North China University of Technology
North China University of Science and Technology
North China Institute of Aerospace Engineering
North China University of Water Resources and Electric Power
North University of China
Northeast Electric Power University
Northeastern University
Northeast Normal University
Northeast Forestry University
Northeast Agricultural University
Northeast Petroleum University
Northwest University
Northwest Normal University
Northwest A&F University
Northwest Minzu University
North Minzu University
Northwestern Polytechnical University
Northwest University of Political Science and Law
Southwest University
Southwest Jiaotong University
Southwest Petroleum University
Southwest Minzu University
Southwest Medical University
Southwest University of Science and Technology
Southwest University of Political Science and Law
Southwestern University of Finance and Economics
Southwest Forestry University
Southeast University
Southern University of Science and Technology
Southern Medical University
South China University of Technology
South China Agricultural University
South China Normal University
South-Central Minzu University
Central South University
Central South University of Forestry and Technology
Central China Normal University
Zhongnan University of Economics and Law
Central University for Nationalities
East China Normal University
East China University of Science and Technology
East China University of Technology
East China University of Political Science and Law
East China Jiaotong University
China West Normal University
China Three Gorges University
China Medical University
China Pharmaceutical University
China Jiliang University
China People's Police University
People's Public Security University of China
Criminal Investigation Police University of China
Civil Aviation University of China
Civil Aviation Flight University of China
Communication University of China
Communication University of Zhejiang
Communication University of Shanxi
University of Science and Technology of China
University of Electronic Science and Technology of China
Ocean University of China
Guangdong Ocean University
Shanghai Ocean University
Zhejiang Ocean University
Dalian Ocean University
Hainan Tropical Ocean University
Jiangsu Ocean University
University of Chinese Academy of Sciences
University of Chinese Academy of Social Sciences
Chinese Academy of Sciences
Chinese Academy of Social Sciences
Chinese Academy of Engineering
Chinese Academy of Medical Sciences
China Academy of Chinese Medical Sciences
Chinese Academy of Agricultural Sciences
Chinese Academy of Forestry
Chinese Academy of Fishery Sciences
Chinese Academy of Tropical Agricultural Sciences
Chinese Academy of Geological Sciences
Chinese Academy of Governance
Chinese Academy of Meteorological Sciences
Chinese Academy of Surveying and Mapping
Chinese Academy of Engineering Physics
China Academy of Engineering Physics
China Academy of Space Technology
China Academy of Launch Vehicle Technology
China Academy of Information and Communications Technology
China Academy of Urban Planning and Design
China Academy of Railway Sciences
China Academy of Building Research
Academy of Military Sciences
Academy of Military Medical Sciences
Academy of Mathematics and Systems Science
National Defense University
National University of Defense Technology
PLA National Defence University
Army Engineering University
Naval University of Engineering
Air Force Engineering University
Rocket Force University of Engineering
Naval Medical University
Air Force Medical University
Army Medical University
Army Command College
Information Engineering University
Space Engineering University
Dalian University
Dalian University of Technology
Dalian University of Foreign Languages
Dalian Maritime University
Dalian Medical University
Dalian Jiaotong University
Dalian Polytechnic University
Dalian Minzu University
Shanghai University
Shanghai Jiao Tong University
Shanghai Normal University
Shanghai Maritime University
Shanghai International Studies University
Shanghai Institutes for International Studies
Shanghai University of Finance and Economics
Shanghai University of International Business and Economics
Shanghai University of Engineering Science
Shanghai University of Electric Power
Shanghai University of Sport
Shanghai University of Traditional Chinese Medicine
Shanghai University of Political Science and Law
Shanghai Institute of Technology
Shanghai Theatre Academy
Shanghai Conservatory of Music
Shanghai Dianji University
Shanghai Second Polytechnic University
Shanghai Academy of Social Sciences
ShanghaiTech University
University of Shanghai for Science and Technology
University of Shanghai
Tongji University
Fudan University
Donghua University
University of Jinan
Jinan University
Shandong University
Shandong Normal University
Shandong Agricultural University
Shandong University of Technology
Shandong University of Science and Technology
Shandong Jianzhu University
Shandong First Medical University
Shandong Second Medical University
Shandong University of Finance and Economics
Shandong University of Traditional Chinese Medicine
Qilu University of Technology
Qingdao University
Qingdao University of Science and Technology
Qingdao University of Technology
Qingdao Agricultural University
Hebei University
Hebei University of Technology
Hebei University of Science and Technology
Hebei University of Engineering
Hebei University of Economics and Business
Hebei University of Chinese Medicine
Hebei University of Architecture
Hebei University of Water Resources and Electric Engineering
Hebei University of Environmental Engineering
Hebei GEO University
Hebei Normal University
Hebei Normal University of Science and Technology
Hebei Normal University for Nationalities
Hebei Agricultural University
Hebei Medical University
Hebei North University
Hebei Finance University
Hebei Sport University
Hebei Minzu Normal University
Hubei University
Hubei University of Technology
Hubei University of Education
Hubei University of Economics
Hubei University of Medicine
Hubei University of Science and Technology
Hubei University of Chinese Medicine
Hubei University of Arts and Science
Hubei University of Automotive Technology
Hubei Normal University
Hubei Minzu University
Hubei Engineering University
Henan University
Henan Normal University
Henan University of Technology
Henan University of Science and Technology
Henan Institute of Science and Technology
Henan Polytechnic University
Henan Agricultural University
Henan University of Chinese Medicine
Henan University of Economics and Law
Henan University of Urban Construction
Hunan University
Hunan Normal University
Hunan University of Technology
Hunan University of Technology and Business
Hunan University of Science and Technology
Hunan University of Science and Engineering
Hunan Institute of Science and Technology
Hunan Institute of Engineering
Hunan Institute of Technology
Hunan City University
Hunan First Normal University
Hunan Agricultural University
Hunan University of Arts and Science
Hunan University of Humanities, Science and Technology
Shanxi University
Shanxi Agricultural University
Shanxi Medical University
Shanxi Normal University
Shanxi University of Finance and Economics
Shanxi Datong University
Shaanxi Normal University
Shaanxi University of Science and Technology
Shaanxi University of Technology
Shaanxi University of Chinese Medicine
Shaanxi Institute of Technology
Xi'an Jiaotong University
Xi'an Jiaotong-Liverpool University
Xi'an University of Technology
Xi'an Technological University
Xi'an University of Science and Technology
Xi'an University of Architecture and Technology
Xi'an University of Posts and Telecommunications
Xi'an University of Finance and Economics
Xi'an Shiyou University
Xi'an Polytechnic University
Xi'an International Studies University
Xi'an International University
Xidian University
Chang'an University
Taiyuan University of Technology
Taiyuan University of Science and Technology
Taiyuan Normal University
Zhejiang University
Zhejiang University of Technology
Zhejiang University of Science and Technology
Zhejiang Sci-Tech University
Zhejiang Normal University
Zhejiang Gongshang University
Zhejiang A&F University
Zhejiang University of Finance and Economics
Zhejiang Chinese Medical University
Hangzhou Normal University
Hangzhou Dianzi University
Nanjing University
Nanjing University of Science and Technology
Nanjing University of Aeronautics and Astronautics
Nanjing University of Posts and Telecommunications
Nanjing University of Information Science and Technology
Nanjing University of Finance and Economics
Nanjing University of the Arts
Nanjing University of Chinese Medicine
Nanjing Tech University
Nanjing Institute of Technology
Nanjing Normal University
Nanjing Agricultural University
Nanjing Forestry University
Nanjing Medical University
Nanjing Audit University
Jiangsu University
Jiangsu University of Science and Technology
Jiangsu University of Technology
Jiangsu Normal University
Jiangnan University
Soochow University
Suzhou University
Suzhou University of Science and Technology
Suzhou University of Technology
Yangzhou University
Yancheng Institute of Technology
Changzhou University
Changzhou Institute of Technology
Hohai University
Hefei University
Hefei University of Technology
Anhui University
Anhui University of Technology
Anhui University of Science and Technology
Anhui University of Finance and Economics
Anhui Polytechnic University
Anhui Normal University
Anhui Agricultural University
Anhui Medical University
Anhui Jianzhu University
Fuzhou University
Fujian University of Technology
Fujian Normal University
Fujian Medical University
Xiamen University
Xiamen University of Technology
Jimei University
Jiangxi Normal University
Jiangxi University of Science and Technology
Jiangxi Science and Technology Normal University
Jiangxi University of Technology
Jiangxi University of Finance and Economics
Jiangxi Agricultural University
Nanchang University
Nanchang Institute of Technology
Nanchang Hangkong University
Wuhan University
Wuhan University of Technology
Wuhan University of Science and Technology
Wuhan Institute of Technology
Wuhan Textile University
Wuhan Polytechnic University
Wuhan Sports University
Wuhan Institute of Virology
Huazhong University of Science and Technology
Huazhong Agricultural University
Sun Yat-sen University
National Sun Yat-sen University
Guangdong University of Technology
Guangdong University of Foreign Studies
Guangdong University of Finance
Guangdong University of Finance and Economics
Guangdong University of Education
Guangdong University of Science and Technology
Guangdong University of Petrochemical Technology
Guangdong Medical University
Guangdong Pharmaceutical University
Guangdong Polytechnic Normal University
Guangdong Technion-Israel Institute of Technology
Guangzhou University
Guangzhou Medical University
Guangzhou University of Chinese Medicine
Shenzhen University
Shenzhen Technology University
Shenzhen MSU-BIT University
Chinese University of Hong Kong
Chinese University of Hong Kong, Shenzhen
University of Hong Kong
City University of Hong Kong
Hong Kong Polytechnic University
Hong Kong University of Science and Technology
Hong Kong Baptist University
Education University of Hong Kong
Lingnan University
University of Macau
Macau University of Science and Technology
City University of Macau
National Taiwan University
National Taiwan Normal University
National Taiwan University of Science and Technology
National Taiwan Ocean University
National Taipei University
National Taipei University of Technology
National Taipei University of Education
University of Taipei
National Cheng Kung University
National Chung Cheng University
National Central University
National Chengchi University
Guangxi University
Guangxi Normal University
Guangxi Minzu University
Guangxi Medical University
Guangxi University of Science and Technology
Guilin University of Electronic Technology
Guilin University of Technology
Yunnan University
Yunnan Normal University
Yunnan Agricultural University
Yunnan Minzu University
Kunming University
Kunming University of Science and Technology
Kunming Medical University
Guizhou University
Guizhou Normal University
Guizhou Normal College
Guizhou Education University
Guizhou Minzu University
Guizhou Medical University
Sichuan University
Sichuan Normal University
Sichuan Agricultural University
Sichuan University of Science and Engineering
Sichuan International Studies University
Chengdu University
Chengdu University of Technology
Chengdu University of Information Technology
Chengdu University of Traditional Chinese Medicine
Xihua University
Chongqing University
Chongqing University of Technology
Chongqing University of Science and Technology
Chongqing University of Arts and Sciences
Chongqing University of Posts and Telecommunications
Chongqing Normal University
Chongqing Jiaotong University
Chongqing Medical University
Chongqing Technology and Business University
Jilin University
Jilin Normal University
Jilin Agricultural University
Jilin University of Chemical Technology
Jilin Institute of Chemical Technology
Changchun University
Changchun University of Technology
Changchun University of Science and Technology
Changchun Institute of Technology
Changchun Normal University
Harbin Institute of Technology
Harbin Engineering University
Harbin University of Science and Technology
Harbin University of Commerce
Harbin Normal University
Harbin Medical University
Heilongjiang University
Heilongjiang University of Science and Technology
Heilongjiang University of Technology
Heilongjiang University of Chinese Medicine
Shenyang University
Shenyang University of Technology
Shenyang University of Chemical Technology
Shenyang Aerospace University
Shenyang Jianzhu University
Shenyang Ligong University
Shenyang Normal University
Shenyang Agricultural University
Shenyang Medical College
Shenyang Pharmaceutical University
Liaoning University
Liaoning Technical University
Liaoning Normal University
Liaoning Petrochemical University
Liaoning University of Technology
University of Science and Technology Liaoning
Inner Mongolia University
Inner Mongolia University of Technology
Inner Mongolia University of Science and Technology
Inner Mongolia Normal University
Inner Mongolia Agricultural University
Inner Mongolia Minzu University
Lanzhou University
Lanzhou University of Technology
Lanzhou Jiaotong University
Lanzhou University of Finance and Economics
Lanzhou City University
Gansu Agricultural University
Ningxia University
Ningxia Medical University
Ningxia Normal University
Qinghai University
Qinghai Normal University
Qinghai Minzu University
Xinjiang University
Xinjiang Normal University
Xinjiang Medical University
Xinjiang Agricultural University
Tibet University
Xizang Minzu University
Hainan University
Hainan Normal University
Hainan Medical University
Tianjin University
Tianjin University of Technology
Tianjin University of Science and Technology
Tianjin University of Commerce
Tianjin University of Finance and Economics
Tianjin University of Technology and Education
Tianjin Normal University
Tianjin Medical University
Tianjin Polytechnic University
Tianjin Chengjian University
Tianjin Foreign Studies University
Tiangong University
Nankai University
Yanshan University
Bank of China
Bank of China (Hong Kong)
Central Bank of China
People's Bank of China
Bank of Communications
China Construction Bank
China Development Bank
Industrial and Commercial Bank of China
Agricultural Bank of China
Agricultural Development Bank of China
Export-Import Bank of China
China Merchants Bank
China Minsheng Bank
China CITIC Bank
China Everbright Bank
Postal Savings Bank of China
Bank of Beijing
Bank of Shanghai
Shanghai Commercial Bank
Bank of Taiwan
Bank of East Asia
Ministry of Education
Ministry of Science and Technology
Ministry of State Security
Ministry of Public Security
Ministry of National Defense
Ministry of Finance
Ministry of Foreign Affairs
Ministry of Civil Affairs
Ministry of Veterans Affairs
Ministry of Justice
Ministry of Commerce
Ministry of Transport
Ministry of Water Resources
Ministry of Natural Resources
Ministry of Ecology and Environment
Ministry of Emergency Management
Ministry of Culture and Tourism
Ministry of Human Resources and Social Security
Ministry of Housing and Urban-Rural Development
Ministry of Agriculture and Rural Affairs
Ministry of Industry and Information Technology
National Development and Reform Commission
National Health Commission
National Ethnic Affairs Commission
National Audit Office
National Bureau of Statistics
National Energy Administration
National Data Administration
National Railway Administration
National Immigration Administration
National Cultural Heritage Administration
National Healthcare Security Administration
National Medical Products Administration
National Forestry and Grassland Administration
National Food and Strategic Reserves Administration
National Administration of State Secrets Protection
National Administration of Traditional Chinese Medicine
National Administration of Disease Control and Prevention
National Financial Regulatory Administration
National Religious Affairs Administration
National Government Offices Administration
National Public Complaints and Proposals Administration
National Intellectual Property Administration
National Space Administration
China National Space Administration
State Administration of Foreign Experts Affairs
State Administration of Foreign Exchange
State Administration for Market Regulation
State Administration of Radio and Television
State Administration of Cultural Heritage
State Administration for Religious Affairs
State Administration of Science, Technology and Industry for National Defense
State Taxation Administration
State Post Bureau
State Tobacco Monopoly Administration
State-owned Assets Supervision and Administration Commission
State Council
State Council Information Office
State Council Research Office
Taiwan Affairs Office of the State Council
Hong Kong and Macao Affairs Office of the State Council
Hong Kong and Macao Work Office of the CPC Central Committee
Taiwan Work Office of the CPC Central Committee
General Administration of Customs
General Administration of Sport
China Securities Regulatory Commission
China Banking Regulatory Commission
China Insurance Regulatory Commission
China Banking and Insurance Regulatory Commission
China Meteorological Administration
China Earthquake Administration
China Coast Guard
China International Development Cooperation Agency
Cyberspace Administration of China
Central Cyberspace Affairs Commission
Central Military Commission
Central Commission for Discipline Inspection
National Commission of Supervision
Central Foreign Affairs Commission
Central Financial Commission
Central Financial Work Commission
Central Science and Technology Commission
Central Party School
Central Guard Bureau
Publicity Department of the CPC Central Committee
Organization Department of the CPC Central Committee
United Front Work Department of the CPC Central Committee
International Department of the CPC Central Committee
Social Work Department of the CPC Central Committee
General Office of the CPC Central Committee
General Office of the State Council
Standing Committee of the National People's Congress
National People's Congress
CPPCC National Committee
Supreme People's Court
Supreme People's Procuratorate
China Association for Science and Technology
China Association for International Exchange of Personnel
China Association for International Science and Technology Cooperation
China International Talent Exchange Foundation
Chinese People's Association for Friendship with Foreign Countries
Chinese People's Institute of Foreign Affairs
China Institute of International Studies
China Institutes of Contemporary International Relations
China Institute of Contemporary International Relations
China-Japan Friendship Association
Japan-China Friendship Association
China-Japan Friendship Hospital
US-China Business Council
China Council for the Promotion of International Trade
China Chamber of International Commerce
All-China Federation of Industry and Commerce
All-China Federation of Trade Unions
All-China Women's Federation
All-China Youth Federation
All-China Journalists Association
All-China Lawyers Association
All-China Federation of Returned Overseas Chinese
China Disabled Persons' Federation
China Writers Association
China Federation of Literary and Art Circles
China Law Society
China Daily
China Youth Daily
Beijing Youth Daily
Beijing Daily
Beijing Evening News
The Beijing News
Economic Daily
Economic Observer
Economic Information Daily
People's Daily
Guangming Daily
Science and Technology Daily
China Science Daily
Xinhua News Agency
China News Service
China Media Group
China Central Television
China National Radio
China Radio International
National Museum of China
China Art Museum
National Art Museum of China
China Science and Technology Museum
National Library of China
Palace Museum
National Palace Museum
Hong Kong Palace Museum
Nanjing Museum
Nanjing Municipal Museum
Shanghai Museum
Shanghai History Museum
China National Petroleum Corporation
China National Offshore Oil Corporation
China National Nuclear Corporation
China General Nuclear Power Group
China Petrochemical Corporation
China North Industries Group Corporation
China South Industries Group Corporation
China Aerospace Science and Technology Corporation
China Aerospace Science and Industry Corporation
Aviation Industry Corporation of China
Aero Engine Corporation of China
Commercial Aircraft Corporation of China
China State Shipbuilding Corporation
China Shipbuilding Industry Corporation
China Electronics Corporation
China Electronics Technology Group Corporation
China Railway Group
China Railway Construction Corporation
China State Construction Engineering Corporation
China State Railway Group
China Southern Airlines
China Southern Power Grid
China Eastern Airlines
Air China
State Grid Corporation of China
China Three Gorges Corporation
China Mobile
China Telecom
China Unicom
China Tower
"""


def test_real_names_do_not_share_a_key() -> None:
    for key in (english_key, turned_key):
        shared = defaultdict(list)
        for name in filter(None, NAMES.splitlines()):
            shared[key(name)].append(name)
        assert [names for names in shared.values() if len(names) > 1] == []


def test_departments_of_all_places_do_not_share_a_key() -> None:
    provinces = (
        "Hebei Hubei Henan Hunan Shanxi Shaanxi Jilin Hainan Guangdong Jiangsu Jiangxi".split()
    )
    fields = (
        "Finance",
        "Education",
        "Science and Technology",
        "Commerce",
        "Civil Affairs",
        "Foreign Affairs",
    )
    keys = {
        turned_key(pattern.format(place=place, field=field))
        for place in provinces
        for field in fields
        for pattern in (
            "{place} Provincial Department of {field}",
            "{place} Municipal Bureau of {field}",
            "{place} City {field} Bureau",
            "{place} County {field} Bureau",
            "{place} District {field} Bureau",
            "{field} Commission of {place} University",
        )
    }
    assert len(keys) == len(provinces) * len(fields) * 6


@given(st.text())
def test_any_text_has_a_key(text: str) -> None:
    assert bool(turned_key(text)) == bool(english_key(text))


@given(st.permutations(["Hebei Provincial", "Department", "of Commerce"]))
def test_order_of_plain_parts_does_not_count(parts: list[str]) -> None:
    assert turned_key(" ".join(parts)) == turned_key("Hebei Provincial Department of Commerce")
