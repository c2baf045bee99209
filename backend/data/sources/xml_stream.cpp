#include "data/sources/xml_stream.h"

#include <expat.h>

namespace anneal::data {
namespace {

std::string_view localName(const char* name) {
    const std::string_view all(name);
    const auto colon = all.rfind(':');
    return colon == std::string_view::npos ? all : all.substr(colon + 1);
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
    for (const char** pair = pairs_; *pair; pair += 2)
        if (localName(pair[0]) == name) return pair[1];
    return {};
}

struct XmlStream::State {
    State(std::string where, XmlHandlers what) : place(std::move(where)), handlers(std::move(what)) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    std::string place;
    XmlHandlers handlers;
    XML_Parser parser = XML_ParserCreate(nullptr);
    ~State() { XML_ParserFree(parser); }
};

XmlStream::XmlStream(std::string place, XmlHandlers handlers) : state_(std::make_unique<State>(std::move(place), std::move(handlers))) {
    auto* parser = state_->parser;
    XML_SetUserData(parser, state_.get());
    XML_SetElementHandler(
        parser,
        [](void* self, const XML_Char* name, const XML_Char** attributes) {
            const auto& handlers = static_cast<State*>(self)->handlers;
            if (handlers.start) handlers.start(localName(name), XmlAttributes(attributes));
        },
        [](void* self, const XML_Char* name) {
            const auto& handlers = static_cast<State*>(self)->handlers;
            if (handlers.end) handlers.end(localName(name));
        });
    XML_SetCharacterDataHandler(parser, [](void* self, const XML_Char* text, int size) {
        const auto& handlers = static_cast<State*>(self)->handlers;
        if (handlers.text) handlers.text(std::string_view(text, std::size_t(size)));
    });
    XML_SetStartDoctypeDeclHandler(parser, [](void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        XML_StopParser(static_cast<State*>(self)->parser, XML_FALSE);
    });
}

XmlStream::~XmlStream() = default;

Status XmlStream::feed(std::string_view piece, bool last) {
    auto* parser = state_->parser;
    if (XML_Parse(parser, piece.data(), int(piece.size()), last) == XML_STATUS_OK) return {};
    return fail(
        "data_unreadable",
        state_->place + ": line " + std::to_string(XML_GetCurrentLineNumber(parser)) + ": " + XML_ErrorString(XML_GetErrorCode(parser)),
        "check that the file is whole");
}

}  // namespace anneal::data
