/** Opening a notice goes by its own address, which marks it as read and leads on. */
export const noticeHref = (id: string) => `/notifications/${id}`
