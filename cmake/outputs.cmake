# What the objects become: libhearsay.so, libhearsay.a, hearsay.

# --- the shared library: hearsay_* and nothing else -----------------------------------------------
add_library(hearsay_shared SHARED ${OBJECTS})
target_link_libraries(hearsay_shared PRIVATE ${LIBRARIES})
set_target_properties(hearsay_shared PROPERTIES
    OUTPUT_NAME hearsay VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR})

# --- the archive: one object whose internal names are its own ------------------------------------
# An ordinary archive would show arena_new and the like to whoever links it, and clash with theirs.
set(ARCHIVE ${PROJECT_BINARY_DIR}/libhearsay.a)
set(MERGED ${PROJECT_BINARY_DIR}/libhearsay.o)
add_custom_command(
    OUTPUT ${ARCHIVE}
    COMMAND ${CMAKE_LINKER} -r -o ${MERGED} ${OBJECTS}
    COMMAND ${CMAKE_OBJCOPY} --localize-hidden ${MERGED}
    COMMAND ${CMAKE_COMMAND} -E rm -f ${ARCHIVE}
    COMMAND ${CMAKE_AR} rcs ${ARCHIVE} ${MERGED}
    DEPENDS ${LIBRARIES} ${OBJECTS}
    COMMENT "Making libhearsay.a" COMMAND_EXPAND_LISTS VERBATIM)
add_custom_target(hearsay_archive ALL DEPENDS ${ARCHIVE})

# --- the program ---------------------------------------------------------------------------------
# It links the archive, so it stands alone, and reaches nothing but what hearsay.h offers; base/ it
# may use too, by a second copy.
if(CLI_SOURCES)
    add_executable(hearsay ${CLI_SOURCES} $<TARGET_OBJECTS:hearsay_base>)
    add_dependencies(hearsay hearsay_archive)
    target_link_libraries(hearsay PRIVATE hearsay_flags ${ARCHIVE} ${DEPENDENCIES})
    set_target_properties(hearsay PROPERTIES LINK_DEPENDS ${ARCHIVE})
endif()

# The model lies beside the program in the build tree, so that it is found there.
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/models/hearsay.model
     ${PROJECT_BINARY_DIR}/hearsay.model SYMBOLIC)
