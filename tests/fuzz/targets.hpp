#pragma once
// What is fed with any bytes. Each target aborts where something does not hold.
//
//   tests/fuzz/fuzz.sh 30              every target for 30 seconds, with sanitizers (clang)
//   ctest --test-dir build/dev -R fuzz every input of tests/fuzz/corpus once, with any compiler
//
// A new target is a function in targets/NAME.cpp and a row here.

#include <string_view>

namespace bote::fuzz {

void agent(std::string_view bytes);
void answers(std::string_view bytes);
void command_line(std::string_view bytes);
void editor(std::string_view bytes);
void embed(std::string_view bytes);
void formula(std::string_view bytes);
void links(std::string_view bytes);
void practice(std::string_view bytes);
void settings(std::string_view bytes);

struct Target {
    std::string_view name;
    void (*run)(std::string_view bytes);
};

inline constexpr Target kTargets[] = {
    {"agent", agent},   {"answers", answers},   {"command_line", command_line},
    {"editor", editor}, {"embed", embed},       {"formula", formula},
    {"links", links},   {"practice", practice}, {"settings", settings},
};

}  // namespace bote::fuzz
