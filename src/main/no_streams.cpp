// The standard streams are not used, and setting them up with their locales takes a thirtieth of an estimate: linked
// with --wrap, all who ask for them get this instead. String streams do not need it.

// NOLINTNEXTLINE(bugprone-reserved-identifier,readability-identifier-naming): the linker wants the name so
extern "C" void __wrap__ZNSt8ios_base4InitC1Ev(void*) {}
