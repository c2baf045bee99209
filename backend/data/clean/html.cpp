#include "data/clean/html.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include <gumbo.h>

namespace anneal::data {
namespace {

constexpr int kDeepest = 2000;

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool knownTag(std::string_view name) {
    const auto tag = gumbo_tagn_enum(name.data(), unsigned(name.size()));
    return tag != GUMBO_TAG_UNKNOWN && tag != GUMBO_TAG_LAST;
}

/// Where the tag that begins at `at` ends, one past its ">"; npos if none begins there.
std::size_t endOfTag(std::string_view text, std::size_t at) {
    auto name = at + 1;
    if (name < text.size() && text[name] == '/') ++name;
    if (name >= text.size() || !isLetter(text[name])) return std::string_view::npos;
    auto end = name;
    while (end < text.size() && (isLetter(text[end]) || (text[end] >= '0' && text[end] <= '9') || text[end] == '-')) ++end;
    if (!knownTag(text.substr(name, end - name)) || text.substr(name, end - name) == "image") return std::string_view::npos;
    if (end < text.size() && text[end] != '>' && text[end] != '/' && text[end] != ' ' && text[end] != '\n' && text[end] != '\t')
        return std::string_view::npos;
    const auto close = text.find('>', end);
    return close == std::string_view::npos ? close : close + 1;
}

bool isEntity(std::string_view text, std::size_t at) {
    const auto end = text.find(';', at);
    if (end == std::string_view::npos || end - at < 3 || end - at > 12) return false;
    const auto name = text.substr(at + 1, end - at - 1);
    if (name[0] == '#') return name.size() > 1 && name.find_first_not_of("0123456789abcdefABCDEFx", 1) == std::string_view::npos;
    return std::all_of(name.begin(), name.end(), isLetter);
}

bool isBlock(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_P:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_HEADER:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_UL:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_LI:
        case GUMBO_TAG_DL:
        case GUMBO_TAG_DT:
        case GUMBO_TAG_DD:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_TR:
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_HR:
        case GUMBO_TAG_FIGURE:
        case GUMBO_TAG_FIGCAPTION: return true;
        default: return false;
    }
}

/// Tags that HTML does not know would be dropped by the parser: they go through it as characters of a private area.
class Shield {
public:
    explicit Shield(std::string_view html) {
        for (std::size_t at = 0; at < html.size();) {
            if (html[at] == '<' && !isMarkup(html, at)) {
                text_ += kLess;
                ++at;
            } else {
                text_ += html[at++];
            }
        }
    }
    const std::string& text() const { return text_; }
    static std::string lifted(const std::string& text) {
        std::string out;
        for (std::size_t at = 0;;) {
            const auto next = text.find(kLess, at);
            out.append(text, at, next - at);
            if (next == std::string::npos) return out;
            out += '<';
            at = next + std::strlen(kLess);
        }
    }

private:
    static constexpr const char* kLess = "\xEE\x80\xBC";  // U+E03C
    static bool isMarkup(std::string_view html, std::size_t at) {
        return html.compare(at, 4, "<!--") == 0 || html.compare(at, 9, "<!DOCTYPE") == 0 || html.compare(at, 9, "<!doctype") == 0 ||
               endOfTag(html, at) != std::string_view::npos;
    }
    std::string text_;
};

/// Elements that hold no others of their kind: they have no end, or the next one ends them.
bool nests(std::string_view name) {
    static constexpr std::string_view flat[] = {"br", "img", "hr", "input", "meta", "link", "wbr",   "p",
                                                "li", "tr",  "td", "th",    "dt",   "dd",   "option"};
    return std::find(std::begin(flat), std::end(flat), name) == std::end(flat);
}

/// How deep elements nest at the most.
int depthOf(std::string_view html) {
    int depth = 0, deepest = 0;
    for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        const auto end = endOfTag(html, at);
        if (end == std::string_view::npos) continue;
        const bool closes = html[at + 1] == '/';
        const auto name = html.substr(at + 1 + closes, html.find_first_of(" \t\n/>", at + 2) - at - 1 - closes);
        if (!nests(name) || html[end - 2] == '/') continue;
        depth = closes ? std::max(0, depth - 1) : depth + 1;
        deepest = std::max(deepest, depth);
    }
    return deepest;
}

/// Without its tags, whatever they mean.
std::string withoutTags(std::string_view html) {
    std::string out;
    for (std::size_t at = 0; at < html.size();) {
        const auto end = html[at] == '<' ? endOfTag(html, at) : std::string_view::npos;
        if (end != std::string_view::npos)
            at = end;
        else
            out += html[at++];
    }
    return out;
}

class Renderer {
public:
    explicit Renderer(Links links) : links_(links) {}

    void visit(const GumboNode& node) {
        switch (node.type) {
            case GUMBO_NODE_TEXT:
            case GUMBO_NODE_WHITESPACE:
            case GUMBO_NODE_CDATA: addText(node.v.text.text); break;
            case GUMBO_NODE_ELEMENT: visitElement(node.v.element); break;
            case GUMBO_NODE_DOCUMENT: visitChildren(node.v.document.children); break;
            default: break;
        }
    }
    std::string take() {
        while (!out_.empty() && (out_.back() == '\n' || out_.back() == ' ')) out_.pop_back();
        return std::move(out_);
    }

private:
    void visitChildren(const GumboVector& children) {
        for (unsigned i = 0; i < children.length; ++i) visit(*static_cast<const GumboNode*>(children.data[i]));
    }
    void visitElement(const GumboElement& element) {
        switch (element.tag) {
            case GUMBO_TAG_SCRIPT:
            case GUMBO_TAG_STYLE:
            case GUMBO_TAG_HEAD:
            case GUMBO_TAG_TEMPLATE:
            case GUMBO_TAG_NOSCRIPT:
            case GUMBO_TAG_SVG: return;
            case GUMBO_TAG_BR: newLine(); return;
            case GUMBO_TAG_A: visitLink(element); return;
            default: break;
        }
        const bool block = isBlock(element.tag);
        const bool pre = element.tag == GUMBO_TAG_PRE;
        if (block) startLine();
        if (element.tag == GUMBO_TAG_LI) out_ += "- ";
        if ((element.tag == GUMBO_TAG_TD || element.tag == GUMBO_TAG_TH) && !atLineStart()) out_ += '\t';
        verbatim_ += pre;
        visitChildren(element.children);
        verbatim_ -= pre;
        if (block) startLine();
    }
    void visitLink(const GumboElement& element) {
        if (links_ == Links::drop) return;
        const auto* address = gumbo_get_attribute(&element.attributes, "href");
        if (links_ == Links::text || !address) {
            visitChildren(element.children);
            return;
        }
        out_ += '[';
        visitChildren(element.children);
        out_ += std::string("](") + address->value + ")";
    }
    void addText(const char* text) {
        for (; *text != 0; ++text) {
            const bool gap = *text == ' ' || *text == '\n' || *text == '\t' || *text == '\r' || *text == '\f';
            if (verbatim_ > 0 || !gap)
                out_ += *text;
            else if (!atLineStart() && out_.back() != ' ' && out_.back() != '\t')
                out_ += ' ';
        }
    }
    bool atLineStart() const { return out_.empty() || out_.back() == '\n'; }
    void newLine() {
        while (!out_.empty() && out_.back() == ' ') out_.pop_back();
        out_ += '\n';
    }
    void startLine() {
        if (!atLineStart()) newLine();
    }

    Links links_;
    std::string out_;
    int verbatim_ = 0;
};

}  // namespace

bool looksLikeHtml(std::string_view text) {
    for (auto at = text.find_first_of("<&"); at != std::string_view::npos; at = text.find_first_of("<&", at + 1)) {
        if (text[at] == '&' ? isEntity(text, at) : endOfTag(text, at) != std::string_view::npos || text.compare(at, 4, "<!--") == 0)
            return true;
    }
    return false;
}

std::string htmlText(std::string_view html, Links links) {
    const Shield shield(html);
    // The parser's time grows with the square of the depth, and it recurses.
    if (depthOf(shield.text()) > kDeepest) return Shield::lifted(withoutTags(shield.text()));
    GumboOptions options = kGumboDefaultOptions;
    const std::unique_ptr<GumboOutput, void (*)(GumboOutput*)> parsed(
        gumbo_parse_with_options(&options, shield.text().data(), shield.text().size()),
        [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); });
    Renderer renderer(links);
    renderer.visit(*parsed->document);
    return Shield::lifted(renderer.take());
}

}  // namespace anneal::data
