#include "bote/units/unit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "bote/base/character.hpp"
#include "bote/base/index.hpp"
#include "bote/base/precise.hpp"

namespace bote {
namespace {

constexpr double kBit = 0.125;
constexpr double kDaysInWeek = 7;
constexpr double kOneOfTwelve = 1.0 / 12;
constexpr Dimension kByteRate = kByte / kSecond;

constexpr Unit bytes(std::string_view symbol, int power, std::string_view meaning) {
    return {symbol, kByte, 1, Follows::kilo, power, meaning};
}
constexpr Unit byte_rate(std::string_view symbol, int power, std::string_view meaning) {
    return {symbol, kByteRate, 1, Follows::kilo, power, meaning};
}
constexpr Unit exact(std::string_view symbol, Dimension dimension, double factor, std::string_view meaning) {
    return {symbol, dimension, factor, Follows::nothing, 0, meaning};
}
constexpr Unit calendar(std::string_view symbol, double factor, Follows follows, std::string_view meaning) {
    return {symbol, kSecond, factor, follows, 0, meaning};
}

constexpr Unit kUnits[] = {
    exact("$", kMoney, 1, "money; stands before its number"),
    exact("B", kByte, 1, "byte"),
    exact("byte", kByte, 1, "byte"),
    exact("bytes", kByte, 1, "byte"),
    exact("Byte", kByte, 1, "byte"),
    exact("Bytes", kByte, 1, "byte"),
    bytes("KB", 1, "kilobyte, 1000 B (1024 B under `kilo: 1024`)"),
    bytes("kB", 1, "kilobyte"),
    bytes("MB", 2, "megabyte"),
    bytes("GB", 3, "gigabyte"),
    bytes("TB", 4, "terabyte"),
    bytes("PB", 5, "petabyte"),
    bytes("EB", 6, "exabyte"),
    exact("KiB", kByte, 0x1p10, "kibibyte, 1024 B"),
    exact("MiB", kByte, 0x1p20, "mebibyte"),
    exact("GiB", kByte, 0x1p30, "gibibyte"),
    exact("TiB", kByte, 0x1p40, "tebibyte"),
    exact("PiB", kByte, 0x1p50, "pebibyte"),
    exact("EiB", kByte, 0x1p60, "exbibyte"),
    exact("bit", kByte, kBit, "bit, an eighth of a byte"),
    exact("bits", kByte, kBit, "bit"),
    exact("kbit", kByte, kBit * 1e3, "kilobit, always 1000 bits"),
    exact("Mbit", kByte, kBit * 1e6, "megabit"),
    exact("Gbit", kByte, kBit * 1e9, "gigabit"),
    exact("Tbit", kByte, kBit * 1e12, "terabit"),
    exact("bps", kByteRate, kBit, "bit per second"),
    exact("kbps", kByteRate, kBit * 1e3, "kilobit per second, always 1000 bits"),
    exact("Kbps", kByteRate, kBit * 1e3, "kilobit per second"),
    exact("Mbps", kByteRate, kBit * 1e6, "megabit per second"),
    exact("Gbps", kByteRate, kBit * 1e9, "gigabit per second"),
    exact("Tbps", kByteRate, kBit * 1e12, "terabit per second"),
    byte_rate("KBps", 1, "kilobyte per second"),
    byte_rate("kBps", 1, "kilobyte per second"),
    byte_rate("MBps", 2, "megabyte per second"),
    byte_rate("GBps", 3, "gigabyte per second"),
    byte_rate("TBps", 4, "terabyte per second"),
    exact("ns", kSecond, 1e-9, "nanosecond"),
    exact("us", kSecond, 1e-6, "microsecond"),
    exact("ms", kSecond, 1e-3, "millisecond"),
    exact("s", kSecond, 1, "second"),
    exact("second", kSecond, 1, "second"),
    exact("seconds", kSecond, 1, "second"),
    exact("min", kSecond, kMinute, "minute"),
    exact("minute", kSecond, kMinute, "minute"),
    exact("minutes", kSecond, kMinute, "minute"),
    exact("h", kSecond, kHour, "hour"),
    exact("hour", kSecond, kHour, "hour"),
    exact("hours", kSecond, kHour, "hour"),
    calendar("d", 1, Follows::day, "day, 86,400 s unless `day` says otherwise"),
    calendar("day", 1, Follows::day, "day"),
    calendar("days", 1, Follows::day, "day"),
    calendar("week", kDaysInWeek, Follows::day, "week, 7 days"),
    calendar("weeks", kDaysInWeek, Follows::day, "week"),
    calendar("month", 1, Follows::month, "month, 30 days unless `month` says otherwise"),
    calendar("months", 1, Follows::month, "month"),
    calendar(kBillingMonth, kOneOfTwelve, Follows::year, "what a month is beside money: a twelfth of a year, 730 h"),
    calendar("y", 1, Follows::year, "year, 365 days unless `year` says otherwise"),
    calendar("year", 1, Follows::year, "year"),
    calendar("years", 1, Follows::year, "year"),
};

// Other ways to write them. Sorted, so that a look-up is a binary search.
constexpr Spelling kSpellings[] = {
    {"EByte", "EB"},       {"EBytes", "EB"},       {"GBit", "Gbit"},
    {"GBits", "Gbit"},     {"GByte", "GB"},        {"GBytes", "GB"},
    {"Gbits", "Gbit"},     {"Gbyte", "GB"},        {"Gbytes", "GB"},
    {"Gi", "GiB"},         {"KBit", "kbit"},       {"KBits", "kbit"},
    {"KByte", "KB"},       {"KBytes", "KB"},       {"Kbit", "kbit"},
    {"Kbits", "kbit"},     {"Kbyte", "KB"},        {"Kbytes", "KB"},
    {"Ki", "KiB"},         {"MBit", "Mbit"},       {"MBits", "Mbit"},
    {"MByte", "MB"},       {"MBytes", "MB"},       {"Mbits", "Mbit"},
    {"Mbyte", "MB"},       {"Mbytes", "MB"},       {"Mi", "MiB"},
    {"PByte", "PB"},       {"PBytes", "PB"},       {"Pbyte", "PB"},
    {"Pbytes", "PB"},      {"Pi", "PiB"},          {"TBit", "Tbit"},
    {"TBits", "Tbit"},     {"TByte", "TB"},        {"TBytes", "TB"},
    {"Tbits", "Tbit"},     {"Tbyte", "TB"},        {"Tbytes", "TB"},
    {"Ti", "TiB"},         {"USD", "$"},           {"dollar", "$"},
    {"dollars", "$"},      {"exabyte", "EB"},      {"exabytes", "EB"},
    {"exbibyte", "EiB"},   {"exbibytes", "EiB"},   {"gibibyte", "GiB"},
    {"gibibytes", "GiB"},  {"gigabit", "Gbit"},    {"gigabits", "Gbit"},
    {"gigabyte", "GB"},    {"gigabytes", "GB"},    {"hr", "h"},
    {"hrs", "h"},          {"kbits", "kbit"},      {"kbyte", "KB"},
    {"kbytes", "KB"},      {"kibibyte", "KiB"},    {"kibibytes", "KiB"},
    {"kilobit", "kbit"},   {"kilobits", "kbit"},   {"kilobyte", "KB"},
    {"kilobytes", "KB"},   {"mebibyte", "MiB"},    {"mebibytes", "MiB"},
    {"megabit", "Mbit"},   {"megabits", "Mbit"},   {"megabyte", "MB"},
    {"megabytes", "MB"},   {"microsecond", "us"},  {"microseconds", "us"},
    {"millisecond", "ms"}, {"milliseconds", "ms"}, {"mins", "min"},
    {"mo", "month"},       {"mon", "month"},       {"mos", "month"},
    {"msec", "ms"},        {"msecs", "ms"},        {"mth", "month"},
    {"mths", "month"},     {"nanosecond", "ns"},   {"nanoseconds", "ns"},
    {"pebibyte", "PiB"},   {"pebibytes", "PiB"},   {"petabyte", "PB"},
    {"petabytes", "PB"},   {"sec", "s"},           {"secs", "s"},
    {"tebibyte", "TiB"},   {"tebibytes", "TiB"},   {"terabit", "Tbit"},
    {"terabits", "Tbit"},  {"terabyte", "TB"},     {"terabytes", "TB"},
    {"usec", "us"},        {"usecs", "us"},        {"wk", "week"},
    {"wks", "week"},       {"yr", "year"},         {"yrs", "year"},
};
static_assert(std::is_sorted(std::begin(kSpellings), std::end(kSpellings),
                             [](const Spelling& a, const Spelling& b) { return a.written < b.written; }));

constexpr RateWord kRateWords[] = {
    {"rps", "s"},         {"qps", "s"},     {"tps", "s"},       {"iops", "s"},        {"wps", "s"},
    {"eps", "s"},         {"pps", "s"},     {"fps", "s"},       {"cps", "s"},         {"rpm", "min"},
    {"qpm", "min"},       {"tpm", "min"},   {"rph", "h"},       {"qph", "h"},         {"rpd", "day"},
    {"hourly", "h"},      {"daily", "day"}, {"weekly", "week"}, {"monthly", "month"}, {"yearly", "year"},
    {"annually", "year"},
};

// Singular forms; the plural is made by rule. Sorted, so that a look-up is a binary search.
constexpr std::string_view kWords[] = {
    "account",     "action",       "activity",   "ad",          "address",    "agent",        "album",
    "alert",       "answer",       "app",        "appointment", "article",    "artifact",     "artist",
    "attempt",     "auction",      "author",     "batch",       "bid",        "bidder",       "block",
    "board",       "book",         "booking",    "bookmark",    "broker",     "browser",      "bucket",
    "build",       "bus",          "buyer",      "call",        "camera",     "campaign",     "candidate",
    "car",         "card",         "cart",       "category",    "change",     "channel",      "chapter",
    "char",        "character",    "chat",       "check",       "chunk",      "city",         "click",
    "client",      "cluster",      "code",       "column",      "comment",    "commit",       "company",
    "completion",  "conn",         "connection", "contact",     "container",  "contest",      "conversation",
    "copy",        "core",         "counter",    "course",      "cpu",        "crawl",        "creator",
    "customer",    "datacenter",   "delete",     "delivery",    "device",     "digit",        "dimension",
    "dish",        "disk",         "doc",        "doctor",      "document",   "domain",       "download",
    "driver",      "edge",         "edit",       "element",     "email",      "embedding",    "employee",
    "endpoint",    "entry",        "episode",    "event",       "evt",        "favorite",     "feed",
    "fetch",       "field",        "file",       "fingerprint", "flight",     "float",        "follow",
    "follower",    "frame",        "friend",     "game",        "gpu",        "group",        "guest",
    "hash",        "hashtag",      "heartbeat",  "hit",         "hop",        "host",         "hotel",
    "house",       "household",    "human",      "image",       "impression", "inference",    "ingest",
    "insert",      "installation", "instance",   "invocation",  "invoice",    "item",         "job",
    "key",         "keyword",      "layer",      "lesson",      "letter",     "like",         "line",
    "link",        "list",         "listener",   "listing",     "loan",       "location",     "log",
    "login",       "lookup",       "machine",    "mail",        "match",      "meal",         "meeting",
    "member",      "merchant",     "message",    "metric",      "model",      "movie",        "msg",
    "name",        "neighbor",     "neighbour",  "node",        "note",       "notification", "number",
    "object",      "offer",        "op",         "operation",   "order",      "organisation", "organization",
    "owner",       "package",      "packet",     "page",        "parameter",  "parcel",       "participant",
    "partition",   "party",        "passenger",  "paste",       "patient",    "payment",      "person",
    "photo",       "piece",        "ping",       "pkt",         "place",      "play",         "player",
    "playlist",    "pod",          "point",      "post",        "posting",    "prefix",       "probe",
    "problem",     "process",      "product",    "profile",     "prompt",     "provider",     "publisher",
    "purchase",    "push",         "query",      "question",    "quiz",       "quote",        "rack",
    "rating",      "read",         "reader",     "recipient",   "record",     "redirect",     "redirection",
    "reel",        "region",       "replica",    "report",      "repository", "req",          "request",
    "reservation", "response",     "restaurant", "result",      "review",     "revision",     "ride",
    "rider",       "room",         "row",        "rule",        "sample",     "scan",         "school",
    "score",       "search",       "seat",       "segment",     "seller",     "sensor",       "server",
    "service",     "session",      "shard",      "share",       "shingle",    "shipment",     "shop",
    "sms",         "snapshot",     "song",       "station",     "step",       "stock",        "store",
    "story",       "stream",       "student",    "submission",  "subscriber", "subscription", "swipe",
    "symbol",      "table",        "tag",        "task",        "teacher",    "team",         "tenant",
    "term",        "test",         "thread",     "thumbnail",   "ticket",     "tile",         "time",
    "title",       "token",        "topic",      "track",       "trade",      "transaction",  "transfer",
    "trip",        "triple",       "tweet",      "txn",         "update",     "upload",       "url",
    "user",        "vcpu",         "vector",     "vehicle",     "version",    "vertex",       "video",
    "view",        "viewer",       "visit",      "visitor",     "vm",         "vote",         "wallet",
    "watcher",     "webhook",      "website",    "word",        "worker",     "write",        "writer",
    "zone",
};

bool is_singular(std::string_view word) { return std::binary_search(std::begin(kWords), std::end(kWords), word); }

constexpr std::string_view symbol_at(UnitIndex index) { return kUnits[at(index)].symbol; }

// Indexes into kUnits, sorted by symbol.
constexpr auto kBySymbol = [] {
    std::array<UnitIndex, std::size(kUnits)> indexes{};
    for (std::size_t i = 0; i < indexes.size(); ++i) indexes[i] = static_cast<UnitIndex>(i);
    std::sort(indexes.begin(), indexes.end(), [](UnitIndex a, UnitIndex b) { return symbol_at(a) < symbol_at(b); });
    return indexes;
}();

}  // namespace

std::span<const Unit> all_units() { return kUnits; }

UnitIndex index_of(const Unit& unit) { return static_cast<UnitIndex>(&unit - std::begin(kUnits)); }

const Unit& unit_at(UnitIndex index) { return kUnits[at(index)]; }

const Unit* find_unit(std::string_view symbol) {
    const auto* const spelled =
        std::lower_bound(std::begin(kSpellings), std::end(kSpellings), symbol,
                         [](const Spelling& row, std::string_view wanted) { return row.written < wanted; });
    if (spelled != std::end(kSpellings) && spelled->written == symbol) symbol = spelled->symbol;
    const auto* const found =
        std::lower_bound(kBySymbol.begin(), kBySymbol.end(), symbol,
                         [](UnitIndex index, std::string_view wanted) { return symbol_at(index) < wanted; });
    return found == kBySymbol.end() || symbol_at(*found) != symbol ? nullptr : &unit_at(*found);
}

std::span<const Spelling> all_spellings() { return kSpellings; }

std::span<const RateWord> all_rate_words() { return kRateWords; }

const Unit* find_rate_word(std::string_view word) {
    const std::string wanted = lower_case(word);
    for (const auto& row : kRateWords) {
        if (row.word == wanted) return find_unit(row.per);
    }
    return nullptr;
}

const Unit& beside_money(const Unit& unit) { return unit.follows == Follows::month ? *find_unit(kBillingMonth) : unit; }

std::string_view spoken_symbol(const Unit& unit) { return unit.symbol == kBillingMonth ? "month" : unit.symbol; }

double factor(const Unit& unit, const Conventions& conventions) {
    switch (unit.follows) {
        case Follows::nothing: return unit.factor;
        case Follows::day: return unit.factor * conventions.day;
        case Follows::month: return unit.factor * conventions.month;
        case Follows::year: return unit.factor * conventions.year;
        case Follows::kilo: return precise::pow(conventions.kilo, unit.power);
    }
    return unit.factor;
}

bool is_counting_word(std::string_view written) {
    const std::string word = lower_case(written);
    if (word == "people") return true;
    if (is_singular(word)) return true;
    if (word.ends_with("ies") && is_singular(word.substr(0, word.size() - 3) + "y")) return true;
    if (word.ends_with("es") && is_singular(word.substr(0, word.size() - 2))) return true;
    return word.ends_with("s") && is_singular(word.substr(0, word.size() - 1));
}

std::span<const std::string_view> all_counting_words() { return kWords; }

}  // namespace bote
