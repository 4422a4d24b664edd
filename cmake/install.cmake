# What `make install` puts where.

install(FILES include/hearsay.h TYPE INCLUDE)
install(TARGETS hearsay hearsay_shared)
install(FILES ${ARCHIVE} DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(FILES models/hearsay.model DESTINATION ${CMAKE_INSTALL_DATADIR}/hearsay OPTIONAL)
install(FILES docs/hearsay.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)

# Found from where it lies, so that an installed tree may be moved.
file(RELATIVE_PATH PC_TO_PREFIX ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
list(JOIN PKG_CONFIG_MODULES " " PC_MODULES)
configure_file(cmake/hearsay.pc.in hearsay.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/hearsay.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
