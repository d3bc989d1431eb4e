// Units that half of their readers take for another.

#include "bote/units/unit.hpp"

namespace bote {
namespace {

// Every one of these is a factor of eight away from what half of its readers take it for.
struct Ambiguous {
    std::string_view symbol;
    std::string_view readings;
};
constexpr Ambiguous kAmbiguous[] = {
    {"b", "bits: `bit`, or bytes: `B`"},
    {"Kb", "kilobits: `kbit`, or kilobytes: `KB`"},
    {"kb", "kilobits: `kbit`, or kilobytes: `KB`"},
    {"Mb", "megabits: `Mbit`, or megabytes: `MB`"},
    {"mb", "megabits: `Mbit`, or megabytes: `MB`"},
    {"Gb", "gigabits: `Gbit`, or gigabytes: `GB`"},
    {"gb", "gigabits: `Gbit`, or gigabytes: `GB`"},
    {"Tb", "terabits: `Tbit`, or terabytes: `TB`"},
    {"tb", "terabits: `Tbit`, or terabytes: `TB`"},
    {"Pb", "petabits (1000 `Tbit`), or petabytes: `PB`"},
    {"pb", "petabits (1000 `Tbit`), or petabytes: `PB`"},
    {"mbps", "megabits: `Mbps`, or megabytes: `MB/s`"},
    {"gbps", "gigabits: `Gbps`, or gigabytes: `GB/s`"},
    {"tbps", "terabits: `Tbps`, or terabytes: `TB/s`"},
    {"KBPS", "kilobits: `kbps`, or kilobytes: `KB/s`"},
    {"MBPS", "megabits: `Mbps`, or megabytes: `MB/s`"},
    {"GBPS", "gigabits: `Gbps`, or gigabytes: `GB/s`"},
    {"TBPS", "terabits: `Tbps`, or terabytes: `TB/s`"},
    {"Kib", "kibibytes: `KiB`, or kibibits: `KiB / 8`"},
    {"Mib", "mebibytes: `MiB`, or mebibits: `MiB / 8`"},
    {"Gib", "gibibytes: `GiB`, or gibibits: `GiB / 8`"},
    {"Tib", "tebibytes: `TiB`, or tebibits: `TiB / 8`"},
};

}  // namespace

std::string_view ambiguous_unit(std::string_view symbol) {
    for (const auto& row : kAmbiguous) {
        if (row.symbol == symbol) return row.readings;
    }
    return {};
}

}  // namespace bote
