#pragma once
// The answers to the blocks of a document.

#include <string>

#include "bote/base/source.hpp"
#include "commands.hpp"

namespace bote {

/// The text of a document with an answer in each block. Its paths are relative to `folder`. Throws InputError.
std::string fill_document(const SourcePtr& source, const std::string& folder, const CommandSetting& setting);

}  // namespace bote
