#pragma once
// `bote practice`: the dialogue's ends are the terminal, a pipe or a script; its history is a file.

#include "commands.hpp"

namespace bote {

Outcome run_practice(const CommandSetting& setting);

}  // namespace bote
