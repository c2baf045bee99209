"""Supply contracts made up by rule: every name, fee and clause here is invented, so the text is ours to give away."""
import random

CONSONANTS = "b br c cl d dr f fl g gr h j k l m n p pr r s sh st t tr v w".split()
VOWELS = "a e i o u ai ea ee oa ou".split()
ENDINGS = "ck ld ll m n nd ng rd rn rt s sk st t th x".split()
TAILS = ["", "", "", "er", "ley", "ton", "man", "field", "wood", "son", "by", "ford", "well"]
COMPANY_ENDS = ["Ltd", "GmbH", "Inc", "SA", "BV", "plc", "AG", "LLC", "& Sons", "& Co", "Group", "Partners", "Holdings", "Works"]
TRADES = ["Paper", "Steel", "Marine", "Software", "Foods", "Textiles", "Optics", "Energy", "Glass", "Freight", "Farms", "Print", "Tools"]
GOODS = ["office paper", "steel rods", "frozen fish", "cloud storage", "printed labels", "wool yarn", "camera lenses", "solar panels",
         "window glass", "road freight", "seed potatoes", "hand tools", "cleaning services", "site security", "translation work", "spare parts",
         "medical gloves", "roasted coffee", "machine oil", "packaging film"]
CURRENCIES = ["EUR", "USD", "GBP", "CHF", "SEK", "JPY"]
LAWS = ["England", "Scotland", "Ireland", "France", "Germany", "Spain", "Portugal", "Italy", "Austria", "Poland", "Sweden", "Norway", "Denmark",
        "Finland", "Estonia", "Latvia", "Greece", "Malta", "Cyprus", "Japan", "Singapore", "India", "Kenya", "Ghana", "Canada", "Ontario",
        "Quebec", "Delaware", "New York", "Texas", "California", "Ohio", "Brazil", "Chile", "Peru", "Mexico", "Switzerland", "Belgium"]
CITIES = ["London", "Leeds", "Cork", "Lyon", "Bremen", "Madrid", "Porto", "Turin", "Graz", "Gdansk", "Malmo", "Bergen", "Aarhus", "Turku",
          "Tartu", "Riga", "Patras", "Osaka", "Pune", "Nairobi", "Accra", "Toronto", "Boston", "Austin", "Santiago", "Lima", "Basel", "Ghent"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
UNITS = [("days", (7, 10, 14, 15, 20, 21, 28, 30, 45, 60, 75, 90, 120)), ("weeks", (2, 3, 4, 6, 8, 10, 12)), ("months", (2, 3, 4, 6, 9, 12))]


def surname(rng):
    word = rng.choice(CONSONANTS) + rng.choice(VOWELS) + rng.choice(ENDINGS)
    if rng.random() < 0.4:
        word += rng.choice(VOWELS) + rng.choice(ENDINGS)
    return (word + rng.choice(TAILS)).capitalize()


def company(rng):
    name = surname(rng)
    shape = rng.random()
    if shape < 0.35:
        name += " " + rng.choice(TRADES)
    elif shape < 0.45:
        name += " and " + surname(rng)
    return name + " " + rng.choice(COMPANY_ENDS)


def fee(rng):
    amount = rng.choice([rng.randrange(100, 1000), rng.randrange(1, 100) * 100, rng.randrange(10, 1000) * 50, rng.randrange(1000, 99999)])
    return f"{amount:,} {rng.choice(CURRENCIES)}"


def notice(rng):
    unit, counts = rng.choice(UNITS)
    return f"{rng.choice(counts)} {unit}"


def date(rng):
    return f"{rng.randrange(1, 29)} {rng.choice(MONTHS)} {rng.randrange(2012, 2032)}"


def record(rng):
    return dict(supplier=company(rng), client=company(rng), goods=rng.choice(GOODS), fee=fee(rng), notice=notice(rng), law=rng.choice(LAWS),
                start=date(rng), city=rng.choice(CITIES))


OPENINGS = [
    "{supplier} shall supply {goods} to {client}",
    "Under this agreement {supplier} provides {goods} to {client}",
    "{client} buys {goods} from {supplier}",
    "This contract is made between {supplier}, the supplier, and {client}, the client, for {goods}",
    "The client, {client}, orders {goods} from the supplier, {supplier}",
    "{supplier} of {city} agrees to deliver {goods} to {client}",
]
FEES = [
    "for a yearly fee of {fee}", "against payment of {fee} a year", "at a fixed price of {fee}", "and is paid {fee} on delivery",
    "for {fee}, payable in advance",
]
NOTICES = [
    "Either party may end it with {notice} notice.", "It can be terminated on {notice} written notice.", "A notice period of {notice} applies.",
    "The term ends {notice} after either side gives notice.", "Termination requires notice of {notice}.",
]
LAW_LINES = [
    "The law of {law} governs.", "This agreement is subject to the law of {law}.", "Disputes are settled under the law of {law}.",
    "It is governed by the law of {law}.",
]
EXTRAS = ["It starts on {start}.", "Delivery is to {city}.", "The first delivery is due on {start}.", "Changes must be made in writing.",
          "Neither party may assign its rights.", "The parties keep its terms confidential.", "Signed in {city} on {start}."]


def clause(rng, r):
    sentences = [rng.choice(OPENINGS) + " " + rng.choice(FEES) + ".", rng.choice(NOTICES), rng.choice(LAW_LINES)]
    middle = sentences[1:]
    rng.shuffle(middle)
    if rng.random() < 0.5:
        middle.insert(rng.randrange(0, 3), rng.choice(EXTRAS))
    return " ".join([sentences[0], *middle]).format(**r)
