#pragma once
// `bote lsp`: a language server on standard input and output.
//
//   serve_language({read, write});

#include "bote/serve/framing.hpp"

namespace bote {

/// Until the client leaves. Opens no file: it sees what the editor sends. False: the client left without a `shutdown`.
bool serve_language(const Streams& streams);

}  // namespace bote
