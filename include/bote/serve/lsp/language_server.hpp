#pragma once
// `bote lsp`: a language server on standard input and output.
//
//   serve_language({read, write});

#include <functional>
#include <memory>
#include <string_view>

#include "bote/serve/framing.hpp"

namespace bote {

class LanguageServer;

/// The same for a client in the same process. Messages have no header: one call is one message.
class LanguageSession {
public:
    /// `tell` gets each message to the client.
    explicit LanguageSession(std::function<void(std::string_view)> tell);
    ~LanguageSession();
    LanguageSession(const LanguageSession&) = delete;
    LanguageSession& operator=(const LanguageSession&) = delete;

    /// Answers before it returns.
    void receive(std::string_view message);

private:
    std::unique_ptr<LanguageServer> server_;
};

/// Until the client leaves. Opens no file: it sees what the editor sends. False: the client left without a `shutdown`.
bool serve_language(const Streams& streams);

}  // namespace bote
