#include <cstdlib>
#include <future>
#include <memory>
#include <thread>

#include <dlfcn.h>

#include "data/sql/credentials.h"

namespace anneal::data {
namespace {

// libsecret's types as its library has them, so that neither it nor GLib is needed where there is no desktop.
struct SchemaAttribute {
    const char* name;
    int type;  ///< 0: string
};
struct Schema {
    const char* name;
    int flags;  ///< 2: do not match the schema's name
    SchemaAttribute attributes[32];
    int reserved;
    void* reserved1[7];
};
using Lookup = char* (*)(const Schema*, void* cancellable, void** error, ...);
using Free = void (*)(char*);

constexpr auto kPatience = std::chrono::seconds(5);

}  // namespace

Secret passwordInKeyring(const std::string& address) {
    if (!std::getenv("DBUS_SESSION_BUS_ADDRESS")) return {};
    auto* library = ::dlopen("libsecret-1.so.0", RTLD_NOW | RTLD_LOCAL);
    if (!library) return {};
    const auto lookup = reinterpret_cast<Lookup>(::dlsym(library, "secret_password_lookup_sync"));
    const auto release = reinterpret_cast<Free>(::dlsym(library, "secret_password_free"));
    if (!lookup || !release) return {};
    // The library stays loaded: GLib does not bear being taken out. A locked keyring may ask its owner; we do not wait for ever.
    auto answer = std::make_shared<std::promise<std::string>>();
    auto result = answer->get_future();
    std::thread([=] {
        static const Schema schema = {"org.anneal.Database", 2, {{"service", 0}, {"url", 0}, {nullptr, 0}}, 0, {}};
        void* error = nullptr;
        char* password = lookup(&schema, nullptr, &error, "service", "anneal", "url", address.c_str(), static_cast<const char*>(nullptr));
        answer->set_value(password ? password : "");
        if (password) release(password);
    }).detach();
    return result.wait_for(kPatience) == std::future_status::ready ? Secret(result.get()) : Secret();
}

}  // namespace anneal::data
