#include "bote/serve/lsp/language_server.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <span>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/model/embedded.hpp"
#include "bote/serve/rpc.hpp"
#include "completion.hpp"
#include "diagnostics.hpp"
#include "hints.hpp"
#include "hover.hpp"
#include "open_file.hpp"
#include "symbols.hpp"

namespace bote {
namespace {

constexpr std::size_t kMostFiles = 1000;

/// Whether quick fixes are among the actions that the client asks for.
bool wants_fixes(const Json& parameters) {
    const Json* context = find_member(parameters, "context");
    const Json* only = context != nullptr ? find_member(*context, "only") : nullptr;
    if (only == nullptr || !only->is_array() || only->empty()) return true;
    return std::any_of(only->begin(), only->end(), [](const Json& kind) {
        return kind == "quickfix" || (kind.is_string() && kind.get_ref<const std::string&>().empty());
    });
}

}  // namespace

class LanguageServer {
public:
    LanguageServer(const Streams& streams, Framing framing) : session_(streams, protocol(framing)) {}

    bool run() { return session_.run(); }
    void feed(std::string_view bytes) { session_.feed(bytes); }

private:
    using Answer = Json (LanguageServer::*)(const Json& parameters);
    struct Row {
        std::string_view name;
        Answer answer;
        MessageKind kind = MessageKind::request;
    };
    static std::span<const Row> rows();

    Protocol protocol(Framing framing) {
        Protocol protocol;
        protocol.framing = framing;
        for (const Row& row : rows()) {
            protocol.methods.push_back(
                {row.name, [this, answer = row.answer](const Json& parameters) { return (this->*answer)(parameters); },
                 row.kind});
        }
        protocol.idle = [this] { publish(); };
        return protocol;
    }

    Json initialize(const Json& parameters);
    Json initialized(const Json& /*parameters*/) { return nullptr; }
    [[nodiscard]] Json capabilities(bool completes) const;

    Json open(const Json& parameters) {
        const Json& document = member(parameters, "textDocument");
        const std::string& uri = text_at(document, "uri");
        if (files_.size() >= kMostFiles && !files_.contains(uri)) return nullptr;
        OpenFile file(uri, text_at(document, "languageId"), text_at(document, "text"), encoding_, overlay_);
        if (const Json* version = find_member(document, "version")) file.version = *version;
        files_.insert_or_assign(uri, std::move(file));
        changed_.insert(uri);
        return nullptr;
    }

    Json change(const Json& parameters) {
        OpenFile& file = file_of(parameters);
        changed_.insert(file.uri());
        if (const Json* version = find_member(member(parameters, "textDocument"), "version")) file.version = *version;
        file.change(member(parameters, "contentChanges"));
        return nullptr;
    }

    Json close(const Json& parameters) {
        const std::string uri = file_of(parameters).uri();
        files_.erase(uri);
        changed_.erase(uri);
        session_.notify("textDocument/publishDiagnostics", {{"uri", uri}, {"diagnostics", Json::array()}});
        return nullptr;
    }

    Json hover(const Json& parameters) { return hover_at(analysis_of(parameters), offset_in(parameters)); }
    Json complete(const Json& parameters) {
        if (file_of(parameters).is_foreign()) return nullptr;
        return completions_at(analysis_of(parameters), offset_in(parameters));
    }
    Json define(const Json& parameters) {
        return definition_at(analysis_of(parameters), uri_of(parameters), offset_in(parameters));
    }
    Json refer(const Json& parameters) {
        const Json* context = find_member(parameters, "context");
        const Json* with = context != nullptr ? find_member(*context, "includeDeclaration") : nullptr;
        const bool with_definition = with == nullptr || (with->is_boolean() && with->get<bool>());
        return references_at(analysis_of(parameters), uri_of(parameters), offset_in(parameters), with_definition);
    }
    Json outline(const Json& parameters) { return document_symbols(analysis_of(parameters)); }
    Json prepare_rename(const Json& parameters) { return renamable_at(analysis_of(parameters), offset_in(parameters)); }
    Json rename(const Json& parameters) {
        return rename_at(analysis_of(parameters), uri_of(parameters), offset_in(parameters),
                         text_at(parameters, "newName"));
    }
    Json hint(const Json& parameters) {
        const auto [begin, end] = range_in(parameters);
        return inlay_hints(analysis_of(parameters), begin, end);
    }
    Json lens(const Json& parameters) { return code_lenses(analysis_of(parameters)); }
    Json fix(const Json& parameters) {
        if (!wants_fixes(parameters)) return Json::array();
        const auto [begin, end] = range_in(parameters);
        return fixes_for(analysis_of(parameters), uri_of(parameters), begin, end);
    }

    /// Once for all that changed while messages waited.
    void publish() {
        for (const std::string& uri : changed_) {
            OpenFile& file = files_.at(uri);
            Json parameters{{"uri", uri}, {"diagnostics", diagnostics_of(file.analysis())}};
            if (file.version.is_number_integer()) parameters["version"] = file.version;
            session_.notify("textDocument/publishDiagnostics", std::move(parameters));
        }
        changed_.clear();
    }

    static const std::string& uri_of(const Json& parameters) {
        return text_at(member(parameters, "textDocument"), "uri");
    }
    OpenFile& file_of(const Json& parameters) {
        const auto found = files_.find(uri_of(parameters));
        if (found == files_.end())
            throw WrongParameters(fmt::format("'{}' is not open", show_in_line(uri_of(parameters))));
        return found->second;
    }
    const Analysis& analysis_of(const Json& parameters) { return file_of(parameters).analysis(); }
    std::size_t offset_in(const Json& parameters) {
        return analysis_of(parameters).lines.offset_of(position_from(member(parameters, "position")));
    }
    std::pair<std::size_t, std::size_t> range_in(const Json& parameters) {
        const Json& range = member(parameters, "range");
        const TextLines& lines = analysis_of(parameters).lines;
        return std::minmax({lines.offset_of(position_from(member(range, "start"))),
                            lines.offset_of(position_from(member(range, "end")))});
    }

    Encoding encoding_ = Encoding::utf16;
    SharedOverlay overlay_;
    std::map<std::string, OpenFile, std::less<>> files_;
    std::set<std::string> changed_;
    RpcSession session_;
};

std::span<const LanguageServer::Row> LanguageServer::rows() {
    static constexpr Row kRows[] = {
        {"initialize", &LanguageServer::initialize},
        {"initialized", &LanguageServer::initialized, MessageKind::notification},
        {"textDocument/didOpen", &LanguageServer::open, MessageKind::notification},
        {"textDocument/didChange", &LanguageServer::change, MessageKind::notification},
        {"textDocument/didClose", &LanguageServer::close, MessageKind::notification},
        {"textDocument/hover", &LanguageServer::hover},
        {"textDocument/completion", &LanguageServer::complete},
        {"textDocument/definition", &LanguageServer::define},
        {"textDocument/references", &LanguageServer::refer},
        {"textDocument/documentSymbol", &LanguageServer::outline},
        {"textDocument/prepareRename", &LanguageServer::prepare_rename},
        {"textDocument/rename", &LanguageServer::rename},
        {"textDocument/inlayHint", &LanguageServer::hint},
        {"textDocument/codeLens", &LanguageServer::lens},
        {"textDocument/codeAction", &LanguageServer::fix},
    };
    return kRows;
}

namespace {

/// The first of those that the client offers and bote knows.
Encoding encoding_for(const Json& parameters) {
    const Json* capabilities = find_member(parameters, "capabilities");
    const Json* general = capabilities != nullptr ? find_member(*capabilities, "general") : nullptr;
    const Json* offered = general != nullptr ? find_member(*general, "positionEncodings") : nullptr;
    if (offered == nullptr || !offered->is_array()) return Encoding::utf16;
    for (const Json& each : *offered) {
        if (each == "utf-8") return Encoding::utf8;
        if (each == "utf-16") break;
    }
    return Encoding::utf16;
}

/// The built-in settings that `"with": ["aws-prices"]` names; a server opens no file.
SharedOverlay overlay_for(const Json* options) {
    const Json* names = options != nullptr ? find_member(*options, "with") : nullptr;
    if (names == nullptr || names->is_null()) return nullptr;
    if (!names->is_array()) throw WrongParameters("'with' takes a list of settings");
    auto overlay = std::make_shared<Overlay>();
    for (const Json& name : *names) {
        const EmbeddedFile* file =
            name.is_string() ? find_embedded(embedded_settings(), name.get_ref<const std::string&>()) : nullptr;
        if (file == nullptr)
            throw WrongParameters(fmt::format("there are no built-in settings {}", show_in_line(name.dump())));
        SettingsFile settings = load_settings(*file);
        std::move(settings.settings.begin(), settings.settings.end(), std::back_inserter(overlay->profile));
        std::move(settings.own.begin(), settings.own.end(), std::back_inserter(overlay->own));
    }
    return overlay;
}

}  // namespace

Json LanguageServer::initialize(const Json& parameters) {
    const Json* options = find_member(parameters, "initializationOptions");
    overlay_ = overlay_for(options);
    encoding_ = encoding_for(parameters);
    const Json* completion = options != nullptr ? find_member(*options, "completion") : nullptr;
    const bool completes = completion == nullptr || *completion != false;
    return {{"capabilities", capabilities(completes)}, {"serverInfo", {{"name", "bote"}, {"version", BOTE_VERSION}}}};
}

Json LanguageServer::capabilities(bool completes) const {
    constexpr int kIncremental = 2;
    Json all{{"positionEncoding", encoding_ == Encoding::utf8 ? "utf-8" : "utf-16"},
             {"textDocumentSync", {{"openClose", true}, {"change", kIncremental}}},
             {"hoverProvider", true},
             {"definitionProvider", true},
             {"referencesProvider", true},
             {"documentSymbolProvider", true},
             {"codeActionProvider", {{"codeActionKinds", Json::array({"quickfix"})}}},
             {"codeLensProvider", {{"resolveProvider", false}}},
             {"inlayHintProvider", true},
             {"renameProvider", {{"prepareProvider", true}}}};
    if (completes) all["completionProvider"] = {{"triggerCharacters", Json::array({"."})}};
    return all;
}

bool serve_language(const Streams& streams) { return LanguageServer(streams, Framing::headers).run(); }

LanguageSession::LanguageSession(std::function<void(std::string_view)> tell)
    : server_(std::make_unique<LanguageServer>(Streams{[] { return std::string(); },
                                                       [tell = std::move(tell)](std::string_view message) {
                                                           tell(message);
                                                           return true;
                                                       }},
                                               Framing::lines)) {}

LanguageSession::~LanguageSession() = default;

void LanguageSession::receive(std::string_view message) { server_->feed(framed(message, Framing::lines)); }

}  // namespace bote
