"""The 28 notes of the article, as it has them."""

# Number, paragraph, citation key and locator, as the article has them; these never change.
TABLE = """
1 p1 g20-2016-digital-economy
2 p1 xi-2017-work-together
3 p3 cepal-2018-monitoreo pp. 27–29
4 p3 unctad-2017-ecommerce
5 p4 un-2016-egov
6 p4 cepal-2018-monitoreo pp. 37–39
7 p5 cepal-2018-monitoreo pp. 45–54
8 p6 cepal-2016-revolucion p. 58
9 p6 cepal-2018-banda-ancha p. 5
10 p6 cepal-2018-monitoreo p. 10
11 p9 celac-2015-plan
12 p9 cepal-2018-explorando pp. 40–43
13 p10 unctad-2017-wir pp. 57–59
14 p10 cepal-2018-explorando p. 57
15 p11 cepal-2014-brecha p. 5
16 p16 cac-2018-digital-china
17 p16 mfa-2017-cyberspace
18 p17 qi-2009-ict p. 75
19 p17 mofcom-2017-outward p. 122
20 p21 ccid-2017-silk-road p. 63
21 p21 zhang-2017-information pp. 8–9
22 p21 caict-2018-cable pp. 1, 7
23 p22 cicir-2018-upgrading p. 16
24 p22 cepal-2019-balance pp. 97–98
25 p24 cepal-2018-elac2020
26 p25 larocca-2018-cable
27 p26 huanqiu-2017-ma
28 p26 xinhua-2015-huawei
"""
ROWS = [tuple((row.split(" ", 3) + [""])[:4]) for row in TABLE.strip().splitlines()]
