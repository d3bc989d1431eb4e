#include "bote/units/dimension.hpp"

#include <string_view>

namespace bote {
namespace {

struct NamedDimension {
    Dimension dimension;
    std::string_view name;
    std::string_view base;
};

constexpr NamedDimension kNamed[] = {
    {kCount, "a count", ""},
    {kByte, "a size (bytes)", "B"},
    {kSecond, "a duration", "s"},
    {kMoney, "an amount of money", "$"},
    {kCount / kSecond, "a rate (per second)", "/s"},
    {kByte / kSecond, "a data rate (bytes per second)", "B/s"},
    {kMoney / kSecond, "a cost over time (money per second)", "$/s"},
    {kMoney / kByte, "a price for bytes", "$/B"},
    {kMoney / kByte / kSecond, "a price for bytes over time", "$/B/s"},
    {kCount / kByte, "a count for each byte", "/B"},
    {kCount / kMoney, "a count for the money", "/$"},
};

void append_power(std::string& over, std::string& under, std::string_view symbol, int power) {
    std::string& side = power > 0 ? over : under;
    const int size = power > 0 ? power : -power;
    if (size == 0) return;
    if (power < 0) side += "/";
    else if (!side.empty()) side += "*";
    side += symbol;
    if (size > 1) side += "^" + std::to_string(size);
}

std::string spell(Dimension dimension) {
    std::string over;
    std::string under;
    append_power(over, under, "$", dimension.money);
    append_power(over, under, "B", dimension.byte);
    append_power(over, under, "s", dimension.second);
    return over + under;
}

}  // namespace

std::string describe(Dimension dimension) {
    for (const auto& named : kNamed) {
        if (named.dimension == dimension) return std::string(named.name);
    }
    return "a value in " + spell(dimension);
}

std::string base_unit(Dimension dimension) {
    for (const auto& named : kNamed) {
        if (named.dimension == dimension) return std::string(named.base);
    }
    return spell(dimension);
}

}  // namespace bote
